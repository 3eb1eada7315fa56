export type { NotRendered } from './directories';
export { KUSTOMIZATION_FILES, kustomizationFile } from './directories';
export { kustomizeInput } from './kustomizeInput';
export type { KustomizeInput } from './kustomizeInput';
