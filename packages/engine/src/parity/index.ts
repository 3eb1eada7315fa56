export { askHistory, History, historyOf } from './history';
export {
  countEqual,
  countParity,
  parityPercent,
  qualifiedPath,
} from './parityOf';
export type { ParityCounts } from './parityOf';
export * from './types';
