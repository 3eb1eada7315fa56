export { diffComparison } from './diff';
export { driftComparison } from './drift';
export { layoutComparison } from './layout';
export { mergeComparison } from './merge';
export { parseComparison } from './parse';
