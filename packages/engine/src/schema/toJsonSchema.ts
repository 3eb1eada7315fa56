import { Json, JsonObject, getKey, isList, isObject } from '../fields';
import { isEmbedded, keepsUnknown } from './structural';

/** Keywords that mean in JSON Schema what they mean in a CRD. */
const SAME = [
  'default',
  'format',
  'maxItems',
  'maxLength',
  'maxProperties',
  'minItems',
  'minLength',
  'minProperties',
  'multipleOf',
  'required',
  'uniqueItems',
];

function isPattern(value: Json | undefined): value is string {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

/** OpenAPI 3.0 has exclusive bounds as a flag beside the bound. */
function bounds(schema: JsonObject): Record<string, Json> {
  const result: Record<string, Json> = {};
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ]) {
    const value = getKey(schema, bound);
    if (typeof value === 'number' || typeof value === 'bigint') {
      const flag = getKey(schema, exclusive) === true;
      result[flag ? exclusive : bound] = Number(value);
    }
  }
  return result;
}

function typeOf(schema: JsonObject): Record<string, Json> {
  const nullable = getKey(schema, 'nullable') === true;
  const intOrString = getKey(schema, 'x-kubernetes-int-or-string') === true;
  const type = getKey(schema, 'type');
  const own = typeof type === 'string' && type !== '' ? [type] : [];
  const types = intOrString ? ['integer', 'string'] : own;
  const values = getKey(schema, 'enum');
  return {
    ...(types.length > 0 && { type: nullable ? [...types, 'null'] : types }),
    ...(isList(values) && { enum: nullable ? [...values, null] : values }),
  };
}

function all(
  value: Json | undefined,
): readonly Record<string, Json>[] | undefined {
  return isList(value) ? value.filter(isObject).map(toJsonSchema) : undefined;
}

function combinations(schema: JsonObject): Record<string, Json> {
  const result: Record<string, Json> = {};
  const intOrString = getKey(schema, 'x-kubernetes-int-or-string') === true;
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    // anyOf [integer, string] is how a CRD has to spell int-or-string.
    if (intOrString && name === 'anyOf') continue;
    const list = all(getKey(schema, name));
    if (list && list.length > 0) result[name] = list;
  }
  const not = getKey(schema, 'not');
  if (isObject(not)) result.not = toJsonSchema(not);
  return result;
}

function children(schema: JsonObject): Record<string, Json> {
  const result: Record<string, Json> = {};
  const properties = getKey(schema, 'properties');
  if (isObject(properties)) {
    result.properties = Object.fromEntries(
      Object.entries(properties).flatMap(([key, value]) =>
        isObject(value) ? [[key, toJsonSchema(value)]] : [],
      ),
    );
  }
  const others = getKey(schema, 'additionalProperties');
  if (isObject(others)) result.additionalProperties = toJsonSchema(others);
  const items = getKey(schema, 'items');
  if (isObject(items)) result.items = toJsonSchema(items);
  return result;
}

/**
 * A CRD's structural schema as plain JSON Schema: nullable, int-or-string,
 * exclusive bounds and embedded objects rewritten, everything else that JSON
 * Schema does not know left out. Fields that no schema names stay allowed;
 * the API server drops them without complaint.
 */
export function toJsonSchema(schema: JsonObject): Record<string, Json> {
  const result: Record<string, Json> = {};
  for (const name of SAME) {
    const value = getKey(schema, name);
    if (value !== undefined) result[name] = value;
  }
  const pattern = getKey(schema, 'pattern');
  if (isPattern(pattern)) result.pattern = pattern;
  Object.assign(result, typeOf(schema), bounds(schema));
  Object.assign(result, combinations(schema), children(schema));
  if (isEmbedded(schema) && !keepsUnknown(schema)) result.type = ['object'];
  return result;
}
