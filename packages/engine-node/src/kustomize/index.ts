export { copyFiles } from './copyFiles';
export { KustomizeRenderer } from './KustomizeRenderer';
export type { Checkout, Renderings, RenderSource } from './types';
