import { FieldType, isList, isObject, isZero, Json } from '../fields';

/** Null, `{}`, `[]` and maps of only these: the API may leave them out. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (isList(value)) return value.length === 0;
  if (!isObject(value)) return false;
  for (const key of Object.keys(value)) {
    if (!isEmpty(value[key])) return false;
  }
  return true;
}

/** A live-only value that says no more than its absence would. */
export function saysNothing(value: Json, type: FieldType): boolean {
  if (type.zeroShown && isZero(value)) return true;
  return (
    isEmpty(value) &&
    (type.zeroShown === true || !type.keepsEmpty || !isObject(value))
  );
}

/** A value that an absent field stands for just as well. */
export function equalsAbsent(value: Json, type: FieldType): boolean {
  if (value === null) return true;
  if (isList(value)) return value.length === 0;
  if (!isObject(value)) return type.zeroOmitted === true && isZero(value);
  for (const key of Object.keys(value)) {
    if (!equalsAbsent(value[key], type.field(key))) return false;
  }
  return true;
}

/** An injected bundle: Git leaves it empty, or as the base64 of a newline. */
export function leavesBundleOpen(key: string, value: Json): boolean {
  return key === 'caBundle' && (value === '' || value === 'Cg==');
}
