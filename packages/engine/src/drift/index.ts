export { detectDrift } from './detectDrift';
export { DEFAULT_MANAGERS, groupOfManager } from './managers';
export type { ManagerGroup } from './managers';
export type {
  DriftCause,
  DriftInput,
  DriftItem,
  DriftKind,
  DriftVerdict,
  IgnoreRule,
  LiveState,
  ManagerGroups,
  ResourceDrift,
  UnsupportedRule,
} from './types';
