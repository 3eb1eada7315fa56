import { getKey, isList, isObject, Json, JsonObject } from '../json';
import { ListKind } from '../lists';
import { FieldType, UNKNOWN_TYPE } from './types';

// What controller-gen writes for a resource.Quantity.
const QUANTITY_PATTERN = '[numkMGTPE]';

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function keyDefaults(schema: JsonObject, keys: readonly string[]) {
  const properties = getKey(getKey(schema, 'items'), 'properties');
  const found: Record<string, string | number> = {};
  for (const key of keys) {
    const value = getKey(getKey(properties, key), 'default');
    if (typeof value === 'string' || typeof value === 'number') {
      found[key] = value;
    }
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function listOf(schema: JsonObject): ListKind | undefined {
  switch (getKey(schema, 'x-kubernetes-list-type')) {
    case 'map': {
      const given = getKey(schema, 'x-kubernetes-list-map-keys');
      const keys = isList(given)
        ? given.filter((key): key is string => typeof key === 'string')
        : [];
      if (keys.length === 0) return { type: 'atomic' };
      return { type: 'keyed', keys, keyDefaults: keyDefaults(schema, keys) };
    }
    case 'set':
      return { type: 'set' };
    case 'atomic':
      return { type: 'atomic' };
    default:
      return undefined;
  }
}

class SchemaType implements FieldType {
  readonly known = true;
  readonly list?: ListKind;
  readonly atomicMap?: boolean;
  readonly quantity: boolean;
  readonly duration: boolean;
  readonly defaults?: readonly Json[];
  readonly #schema: JsonObject;
  readonly #fields = new Map<string, FieldType>();

  constructor(schema: JsonObject) {
    this.#schema = schema;
    this.list = listOf(schema);
    const map = getKey(schema, 'x-kubernetes-map-type');
    if (map !== undefined) this.atomicMap = map === 'atomic';
    const format = getKey(schema, 'format');
    this.duration = format === 'duration';
    this.quantity =
      format === 'quantity' ||
      Boolean(text(getKey(schema, 'pattern'))?.includes(QUANTITY_PATTERN));
    const given = getKey(schema, 'default');
    if (given !== undefined) this.defaults = [given];
  }

  get item(): FieldType {
    return schemaType(getKey(this.#schema, 'items'));
  }

  field(key: string): FieldType {
    const property = getKey(getKey(this.#schema, 'properties'), key);
    if (property === undefined) {
      return schemaType(getKey(this.#schema, 'additionalProperties'));
    }
    let type = this.#fields.get(key);
    if (!type) {
      type = schemaType(property);
      this.#fields.set(key, type);
    }
    return type;
  }
}

const types = new WeakMap<JsonObject, FieldType>();

/** The type that an OpenAPI v3 schema (of a CRD or XRD) describes. */
export function schemaType(schema: Json | undefined): FieldType {
  if (!isObject(schema)) return UNKNOWN_TYPE;
  let type = types.get(schema);
  if (!type) {
    type = new SchemaType(schema);
    types.set(schema, type);
  }
  return type;
}
