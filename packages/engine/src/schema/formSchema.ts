import { Json, JsonObject, getKey, isList, isObject } from '../fields';
import { withinStack } from '../errors';
import { INJECTED_SPEC_FIELDS } from './crossplaneFields';
import { Xrd } from './types';

const KEPT = [
  'default',
  'description',
  'enum',
  'format',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'multipleOf',
  'pattern',
  'required',
  'uniqueItems',
];

/** `databaseName` as a label: "Database name". Abbreviations keep their case. */
export function labelOf(name: string): string {
  const words = name
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map(word => (/^[A-Z]{2,}\d*$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function typeOf(schema: JsonObject): string | undefined {
  if (getKey(schema, 'x-kubernetes-int-or-string') === true) return 'string';
  const type = getKey(schema, 'type');
  return typeof type === 'string' ? type : undefined;
}

function toForm(schema: JsonObject, title: string): JsonObject {
  const result: Record<string, Json> = {};
  const type = typeOf(schema);
  if (type !== undefined) result.type = type;
  const own = getKey(schema, 'title');
  result.title = typeof own === 'string' && own !== '' ? own : title;
  for (const key of KEPT) {
    const value = getKey(schema, key);
    if (value !== undefined) result[key] = value;
  }
  const properties = getKey(schema, 'properties');
  if (isObject(properties)) {
    result.properties = Object.fromEntries(
      Object.entries(properties).flatMap(([key, value]) =>
        isObject(value) ? [[key, toForm(value, labelOf(key))]] : [],
      ),
    );
  }
  const items = getKey(schema, 'items');
  if (isObject(items)) result.items = toForm(items, title);
  const others = getKey(schema, 'additionalProperties');
  if (isObject(others)) result.additionalProperties = toForm(others, 'Value');
  return result;
}

function without(schema: JsonObject, names: ReadonlySet<string>): JsonObject {
  const properties = getKey(schema, 'properties');
  const required = getKey(schema, 'required');
  return {
    ...schema,
    ...(isObject(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).filter(([key]) => !names.has(key)),
      ),
    }),
    ...(isList(required) && {
      required: required.filter(
        key => typeof key !== 'string' || !names.has(key),
      ),
    }),
  };
}

/**
 * What a form asks for when a person claims a kind: its `spec.parameters` as
 * plain JSON Schema with titles, or the whole `spec` without Crossplane's own
 * fields where a definition has no parameters. Undefined for a version that is
 * not there.
 *
 * @param version - the served version to use; the first served one by default
 * @throws EngineError `too-deep` for definitions nested beyond the stack.
 */
export function formSchema(xrd: Xrd, version?: string): JsonObject | undefined {
  const found = xrd.versions.find(
    item => item.served && (version === undefined || item.name === version),
  );
  if (!found) return undefined;
  const properties = getKey(found.schema, 'properties');
  const spec = getKey(properties, 'spec');
  if (!isObject(spec)) return { type: 'object', title: xrd.kind };
  const parameters = getKey(getKey(spec, 'properties'), 'parameters');
  const asked = isObject(parameters)
    ? parameters
    : without(spec, INJECTED_SPEC_FIELDS);
  return withinStack(() => toForm(asked, xrd.kind));
}
