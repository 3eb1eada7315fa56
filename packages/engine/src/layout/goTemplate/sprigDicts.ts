import { getKey, isObject, Json, JsonObject } from '../../fields';
import { TemplateError } from './errors';
import { fixed, Functions, variadic } from './functions';
import { textOf } from './sprigStrings';
import { isTrue, Value } from './values';

function dict(values: readonly Value[]): JsonObject {
  const made: { [key: string]: Json } = Object.create(null);
  for (let i = 0; i < values.length; i += 2) {
    made[textOf(values[i])] =
      i + 1 < values.length ? values[i + 1] ?? null : '';
  }
  return { ...made };
}

/** Fills what the first has not, at every depth; `override` turns it round. */
export function mergeMaps(
  into: JsonObject,
  from: JsonObject,
  override: boolean,
): JsonObject {
  const merged: { [key: string]: Json } = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const own = getKey(into, key);
    if (isObject(own) && isObject(value)) {
      merged[key] = mergeMaps(own, value, override);
    } else if (override ? isTrue(value) || own === undefined : !isTrue(own)) {
      merged[key] = value;
    }
  }
  return merged;
}

function mergeAll(
  first: JsonObject,
  others: readonly JsonObject[],
  override: boolean,
): JsonObject {
  return others.reduce((a, b) => mergeMaps(a, b, override), first);
}

function without(map: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(map).filter(([key]) => !keys.includes(key)),
  );
}

function dig(args: readonly Value[]): Value {
  if (args.length < 3)
    throw new TemplateError('dig needs at least three arguments');
  const map = args[args.length - 1];
  const otherwise = args[args.length - 2];
  let current: Value = map;
  for (const key of args.slice(0, -2)) {
    if (!isObject(current)) return otherwise;
    current = getKey(current, textOf(key));
    if (current === undefined) return otherwise;
  }
  return current;
}

/** sprig's functions for maps. They return copies instead of changing theirs. */
export const DICTS: Functions = {
  dict: variadic([], 'any', dict),
  get: fixed(['dict', 'string'], (map, key) => getKey(map, key) ?? ''),
  set: fixed(['dict', 'string', 'any'], (map, key, value) => ({
    ...map,
    [key]: value ?? null,
  })),
  unset: fixed(['dict', 'string'], (map, key) => without(map, [key])),
  hasKey: fixed(['dict', 'string'], (map, key) => Object.hasOwn(map, key)),
  keys: variadic([], 'dict', maps =>
    maps.flatMap(map => Object.keys(map).sort()),
  ),
  values: fixed(['dict'], map => Object.values(map)),
  pick: variadic(['dict'], 'string', (map, keys) =>
    Object.fromEntries(
      Object.entries(map).filter(([key]) => keys.includes(key)),
    ),
  ),
  omit: variadic(['dict'], 'string', without),
  pluck: variadic(['string'], 'dict', (key, maps) =>
    maps.map(map => getKey(map, key)).filter(v => v !== undefined),
  ),
  merge: variadic(['dict'], 'dict', (a, others) => mergeAll(a, others, false)),
  mergeOverwrite: variadic(['dict'], 'dict', (a, others) =>
    mergeAll(a, others, true),
  ),
  dig: variadic([], 'any', dig),
  deepCopy: fixed(['any'], value => value),
};
