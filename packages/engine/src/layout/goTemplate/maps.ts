import { TemplateError, UnsupportedTemplate } from './errors';
import { GoList, GoMap, isTrue, Value } from './values';

/** A map may hold itself; Go would go on until it breaks. */
const MAX_NESTING = 200;

export function checkNesting(depth: number): void {
  if (depth > MAX_NESTING) {
    throw new UnsupportedTemplate('a value nests too deep');
  }
}

/** A map of strings takes only what comes from another one. */
function put(into: GoMap, from: GoMap, key: string): void {
  if (into.element === 'string' && from.element !== 'string') {
    throw new TemplateError(`${key} cannot be kept in a map of strings`);
  }
  into.entries.set(key, from.entries.get(key));
}

/**
 * Merges a map into another one, which it changes: mergo.Merge, with which
 * Argo CD and sprig merge. Maps are merged at every depth, lists are not.
 *
 * @param override - what is in both comes from `from`, also when it is empty;
 *   else only what is missing or empty is filled
 */
export function mergeInto(
  into: GoMap,
  from: GoMap,
  override: boolean,
  depth = 0,
): void {
  checkNesting(depth);
  for (const [key, value] of from.entries) {
    const own = into.entries.get(key);
    if (value === undefined || value === null) {
      if (override) put(into, from, key);
      continue;
    }
    if (value instanceof GoMap && own instanceof GoMap) {
      mergeInto(own, value, override, depth + 1);
      if (isTrue(own)) continue;
    }
    if (value instanceof GoList && isTrue(own) && !override) continue;
    if (override || !isTrue(own)) put(into, from, key);
  }
}

/** A copy at every depth, so that changing it changes nothing else. */
export function deepCopy(value: Value, depth = 0): Value {
  checkNesting(depth);
  if (value instanceof GoList) {
    const items = value.items.map(item => deepCopy(item, depth + 1));
    return new GoList(items, value.element, value.isNil);
  }
  return value instanceof GoMap ? copyOfMap(value, depth) : value;
}

export function copyOfMap(map: GoMap, depth = 0): GoMap {
  const entries = [...map.entries].map(
    ([key, item]) => [key, deepCopy(item, depth + 1)] as const,
  );
  return new GoMap(new Map(entries), map.element, map.isNil);
}
