import { JsonObject } from '@backstage/types';
import { asServed, JsonObject as EngineObject } from '@stagecraft/engine';
import { KubeObject, mapAt } from '../objects';
import { shapeObject } from '../schema/shapeObject';
import { Resource } from '../types/Resource';

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
  const encoded =
    resource.kind === 'Secret' && resource.group === ''
      ? encodeSecret(tidy)
      : tidy;
  return asServed(encoded as EngineObject) as KubeObject;
}
