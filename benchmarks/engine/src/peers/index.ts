export { gitMergeFile, lineMerge } from './lineMerge';
export { ours } from './ours';
export type { MergePeer, Texts } from './types';
export { rewrite, valueMerge } from './valueMerge';
