import { isList, isObject, Json, JsonObject } from '../../fields';

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === '' || value === false || value === 0;
}

/**
 * A generator's own template with everything it leaves empty taken from the
 * template of the set. Lists are taken whole.
 */
export function fillTemplate(own: JsonObject, base: JsonObject): JsonObject {
  const filled: { [key: string]: Json } = { ...own };
  for (const [key, value] of Object.entries(base)) {
    const mine = Object.hasOwn(own, key) ? own[key] : undefined;
    if (isObject(mine) && isObject(value)) {
      filled[key] = fillTemplate(mine, value);
    } else if (isEmpty(mine)) {
      filled[key] = value;
    }
  }
  return filled;
}
