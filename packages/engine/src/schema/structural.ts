import { Json, JsonObject, getKey, isList, isObject } from '../fields';

/** What a structural schema says of a key: its schema, anything goes, or nothing. */
export type KeySchema = JsonObject | 'any' | undefined;

/** True where the API server keeps fields that the schema does not name. */
export function keepsUnknown(schema: JsonObject): boolean {
  return getKey(schema, 'x-kubernetes-preserve-unknown-fields') === true;
}

/** True for a value that is a whole object of its own, with its own metadata. */
export function isEmbedded(schema: JsonObject): boolean {
  return getKey(schema, 'x-kubernetes-embedded-resource') === true;
}

/** The schema of a key of a mapping. */
export function keySchema(schema: JsonObject, key: string): KeySchema {
  const named = getKey(getKey(schema, 'properties'), key);
  if (isObject(named)) return named;
  if (isEmbedded(schema) && ['apiVersion', 'kind', 'metadata'].includes(key)) {
    return 'any';
  }
  const others = getKey(schema, 'additionalProperties');
  if (isObject(others)) return others;
  if (others === true || keepsUnknown(schema)) return 'any';
  return undefined;
}

/** The schema of a list's items. */
export function itemSchema(schema: JsonObject): JsonObject | undefined {
  const items = getKey(schema, 'items');
  return isObject(items) ? items : undefined;
}

/** The key fields of a keyed list, in schema order; undefined for other lists. */
export function listMapKeys(schema: JsonObject): string[] | undefined {
  if (getKey(schema, 'x-kubernetes-list-type') !== 'map') return undefined;
  const keys = getKey(schema, 'x-kubernetes-list-map-keys');
  if (!isList(keys) || keys.length === 0) return undefined;
  return keys.filter((key): key is string => typeof key === 'string');
}

/** The value that a key field takes when it is left out. */
export function defaultOf(schema: KeySchema): Json | undefined {
  return isObject(schema) ? getKey(schema, 'default') : undefined;
}
