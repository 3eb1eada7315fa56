export {
  gvkOf,
  isBuiltInKind,
  listKindOf,
  listKindsFor,
  typeAt,
  typeOf,
} from './typeOf';
export { UNKNOWN_TYPE } from './types';
export type { FieldType, GroupVersionKind } from './types';
export { builtInKinds, isZero } from './table';
export { asServed, emptyObject } from './asServed';
