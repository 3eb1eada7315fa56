import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, mapAt } from '../objects';

/** Places that every kind has and no schema need name. */
const ALWAYS = new Set(['apiVersion', 'kind', 'metadata']);

function shape(
  value: JsonValue | undefined,
  schema: JsonObject,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    const items = mapAt(schema, 'items');
    return items ? value.map(item => shape(item, items) ?? null) : value;
  }
  if (!isMap(value)) return value;
  const properties = mapAt(schema, 'properties') ?? {};
  const values = mapAt(schema, 'additionalProperties');
  const keepsUnknown =
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema.additionalProperties === true;
  const embedded = schema['x-kubernetes-embedded-resource'] === true;
  const shaped: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key)
      ? mapAt(properties, key)
      : values;
    if (known) {
      if (child === null && known.nullable !== true) continue;
      shaped[key] = shape(child, known);
    } else if (keepsUnknown || (embedded && ALWAYS.has(key))) {
      shaped[key] = child;
    }
  }
  for (const [key, property] of Object.entries(properties)) {
    if (shaped[key] !== undefined || !isMap(property)) continue;
    if (property.default !== undefined) {
      shaped[key] = shape(structuredClone(property.default), property);
    }
  }
  return shaped;
}

/**
 * Drops what a structural schema does not name and fills in its defaults, as
 * the API server does with every custom resource it reads.
 */
export function shapeObject(
  object: JsonObject,
  schema: JsonObject,
): JsonObject {
  const { apiVersion, kind, metadata, ...rest } = object;
  const shaped = shape(rest, schema);
  return { apiVersion, kind, metadata, ...(isMap(shaped) ? shaped : {}) };
}
