import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, listAt, mapAt } from '../objects';
import { ATOMIC_LIST, FieldType, ListType, UNTYPED } from './FieldType';

const cache = new WeakMap<JsonObject, FieldType>();

function listType(schema: JsonObject): ListType {
  switch (schema['x-kubernetes-list-type']) {
    case 'set':
      return { type: 'set' };
    case 'map': {
      const keys = listAt(schema, 'x-kubernetes-list-map-keys').map(String);
      const defaults: JsonObject = {};
      for (const key of keys) {
        const value = mapAt(schema, 'items', 'properties', key)?.default;
        if (value !== undefined) defaults[key] = value;
      }
      return { type: 'map', keys, defaults };
    }
    default:
      return ATOMIC_LIST;
  }
}

/** The field type that a structural schema (openAPIV3Schema) describes. */
export function schemaType(schema: JsonValue | undefined): FieldType {
  if (!isMap(schema)) return UNTYPED;
  const known = cache.get(schema);
  if (known) return known;
  const properties = mapAt(schema, 'properties');
  const free = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const values = mapAt(schema, 'additionalProperties');
  const type: FieldType = {
    atomicMap: schema['x-kubernetes-map-type'] === 'atomic',
    list: listType(schema),
    get items() {
      return schemaType(schema.items);
    },
    field: key =>
      properties && Object.hasOwn(properties, key)
        ? schemaType(properties[key])
        : schemaType(values),
    declares: key => properties !== undefined && Object.hasOwn(properties, key),
    refuses: key =>
      !free &&
      values === undefined &&
      properties !== undefined &&
      !Object.hasOwn(properties, key),
  };
  cache.set(schema, type);
  return type;
}
