export { askHistory, History, historyOf } from './history';
export {
  countEqual,
  countParity,
  parityPercent,
  qualifiedPath,
} from './parityOf';
export type { ParityCounts } from './parityOf';
export { compileGlobs } from './pathGlobs';
export type { PathGlobs } from './pathGlobs';
export * from './types';
