import { JsonObject, JsonValue } from '@backstage/types';
import { Json, JsonObject as EngineObject } from '@stagecraft/engine';

function plain(value: Json): JsonValue {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(
    Object.entries(value as EngineObject).map(([key, child]) => [
      key,
      plain(child),
    ]),
  );
}

/** A manifest's object as it goes over the wire. */
export function plainObject(object: EngineObject): JsonObject {
  return plain(object) as JsonObject;
}
