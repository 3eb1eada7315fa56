export * from './conditionExports';
export { registerPermissions } from './registerPermissions';
