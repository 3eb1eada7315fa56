export { copyFiles } from './copyFiles';
export { KustomizeRenderer } from './KustomizeRenderer';
export type { Checkout, RenderSource } from './types';
