export { applyChanges } from './applyChanges';
export { diffObjects } from './diffObjects';
export { diffResources } from './diffResources';
export type {
  Change,
  DiffOptions,
  DiffSide,
  ResourceDiffOptions,
} from './types';
