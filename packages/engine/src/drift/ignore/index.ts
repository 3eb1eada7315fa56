export { jqExpressions } from './jqExpressions';
export { removePaths } from './removePaths';
export { resolveRules } from './rules';
export type { IgnoredPaths } from './rules';
