import { JsonObject, JsonValue } from '@backstage/types';
import { builtinDefaults } from '../defaults/builtinDefaults';
import { isMap, KubeObject, mapAt } from '../objects';
import { shapeObject } from '../schema/shapeObject';
import { Resource } from '../types/Resource';

/** Built-in kinds have no null: it is the same as leaving the field out. */
function withoutNulls(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value))
    return value.map(item => withoutNulls(item) ?? null);
  if (!isMap(value)) return value;
  const kept: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (child !== null && child !== undefined) kept[key] = withoutNulls(child);
  }
  return kept;
}

function encodeSecret(object: JsonObject): JsonObject {
  const plain = mapAt(object, 'stringData');
  if (!plain) return object;
  const { stringData: _, ...rest } = object;
  const data: JsonObject = { ...mapAt(object, 'data') };
  for (const [key, value] of Object.entries(plain)) {
    data[key] = Buffer.from(String(value)).toString('base64');
  }
  return { ...rest, data };
}

/** Labels and annotations that are empty are as good as absent. */
function tidyMetadata(object: JsonObject): JsonObject {
  const metadata = { ...mapAt(object, 'metadata') };
  for (const key of [
    'labels',
    'annotations',
    'finalizers',
    'ownerReferences',
  ]) {
    const value = metadata[key];
    const size = Array.isArray(value)
      ? value.length
      : Object.keys(mapAt(metadata, key) ?? {}).length;
    if (value !== undefined && size === 0) delete metadata[key];
  }
  return { ...object, metadata };
}

/** The object as the API server keeps it: pruned, with defaults filled in. */
export function normalize(object: JsonObject, resource: Resource): KubeObject {
  const tidy = tidyMetadata(object);
  if (resource.schema) return shapeObject(tidy, resource.schema) as KubeObject;
  const plain = withoutNulls(tidy) as JsonObject;
  const encoded =
    resource.kind === 'Secret' && resource.group === ''
      ? encodeSecret(plain)
      : plain;
  return builtinDefaults(encoded, resource.group, resource.kind) as KubeObject;
}
