export { detectDrift } from './detectDrift';
export { readIgnoreRules } from './ignore';
export { jqQuestion } from './jqQuestion';
export { DEFAULT_MANAGERS, groupOfManager } from './managers';
export type { ManagerGroup } from './managers';
export type {
  DriftCause,
  DriftInput,
  DriftItem,
  DriftKind,
  DriftVerdict,
  IgnoreRule,
  JqAnswer,
  JqPath,
  JqQuestion,
  LiveState,
  ManagerGroups,
  ResourceDrift,
  UnsupportedRule,
} from './types';
