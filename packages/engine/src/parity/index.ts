export { compileGlobs } from './pathGlobs';
export type { PathGlobs } from './pathGlobs';
export * from './types';
