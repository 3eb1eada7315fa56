export { jqExpressions } from './jqExpressions';
export { readIgnoreRules } from './readIgnoreRules';
export { removePaths } from './removePaths';
export { resolveRules } from './rules';
export type { IgnoredPaths } from './rules';
