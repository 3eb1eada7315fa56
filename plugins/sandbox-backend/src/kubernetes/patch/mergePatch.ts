import { JsonObject, JsonValue } from '@backstage/types';
import { isMap } from '../objects';

/** JSON merge patch (RFC 7386): null removes, mappings merge, the rest replaces. */
export function mergePatch(
  target: JsonValue | undefined,
  patch: JsonValue,
): JsonValue {
  if (!isMap(patch)) return patch;
  const result: JsonObject = isMap(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}
