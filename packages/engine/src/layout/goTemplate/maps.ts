import { TemplateError } from './errors';
import { GoList, GoMap, isTrue, Value } from './values';

function put(into: GoMap, key: string, value: Value): void {
  if (into.element === 'string' && typeof value !== 'string') {
    throw new TemplateError(`${key} cannot be kept in a map of strings`);
  }
  into.entries.set(key, value);
}

/**
 * Merges a map into another one, which it changes: mergo.Merge, with which
 * Argo CD and sprig merge. Maps are merged at every depth, lists are not.
 *
 * @param override - what is in both comes from `from`, also when it is empty;
 *   else only what is missing or empty is filled
 */
export function mergeInto(into: GoMap, from: GoMap, override: boolean): void {
  for (const [key, value] of from.entries) {
    const own = into.entries.get(key);
    if (value === undefined || value === null) {
      if (override) put(into, key, value);
      continue;
    }
    if (value instanceof GoMap && own instanceof GoMap) {
      mergeInto(own, value, override);
      if (isTrue(own)) continue;
    }
    if (value instanceof GoList && isTrue(own) && !override) continue;
    if (override || !isTrue(own)) put(into, key, value);
  }
}

/** A copy at every depth, so that changing it changes nothing else. */
export function deepCopy(value: Value): Value {
  if (value instanceof GoList) {
    return new GoList(value.items.map(deepCopy), value.element, value.isNil);
  }
  return value instanceof GoMap ? copyOfMap(value) : value;
}

export function copyOfMap(map: GoMap): GoMap {
  const entries = [...map.entries].map(
    ([key, item]) => [key, deepCopy(item)] as const,
  );
  return new GoMap(new Map(entries), map.element, map.isNil);
}
