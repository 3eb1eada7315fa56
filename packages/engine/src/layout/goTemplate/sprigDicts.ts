import { TemplateError } from './errors';
import { goText } from './format';
import { fixed, Functions, variadic } from './functions';
import { mergeInto } from './maps';
import { GoList, GoMap, listOfStrings, typeName, Value } from './values';

function dict(values: readonly Value[]): GoMap {
  const made = new Map<string, Value>();
  for (let i = 0; i < values.length; i += 2) {
    made.set(goText(values[i]), i + 1 < values.length ? values[i + 1] : '');
  }
  return new GoMap(made);
}

function filtered(map: GoMap, keeps: (key: string) => boolean): GoMap {
  const kept = [...map.entries].filter(([key]) => keeps(key));
  return new GoMap(new Map(kept));
}

function isMap(value: Value): value is GoMap {
  return value instanceof GoMap && value.element === 'interface {}';
}

function mergeAll(override: boolean) {
  return variadic(['map'], 'map', (into, others) => {
    const merged =
      into.isNil && others.length > 0 ? new GoMap(new Map()) : into;
    for (const other of others) mergeInto(merged, other, override);
    return merged;
  });
}

function dig(args: readonly Value[]): Value {
  if (args.length < 3)
    throw new TemplateError('dig needs at least three arguments');
  const path = args.slice(0, -2).map(key => {
    if (typeof key === 'string') return key;
    throw new TemplateError('dig takes keys that are text');
  });
  let current = args[args.length - 1];
  for (const key of path) {
    if (!isMap(current)) {
      throw new TemplateError(`dig looks into maps, not ${typeName(current)}`);
    }
    if (!current.entries.has(key)) return args[args.length - 2];
    current = current.entries.get(key);
  }
  return current;
}

function keys(maps: readonly GoMap[]): GoList {
  return listOfStrings(maps.flatMap(map => map.sorted().map(([key]) => key)));
}

const merge = mergeAll(false);
const mergeOverwrite = mergeAll(true);

/** sprig's functions for maps. Some change the map they are given. */
export const DICTS: Functions = {
  dict: variadic([], 'any', dict),
  dig: variadic([], 'any', dig),
  get: fixed(['map', 'string'], (map, key) =>
    map.entries.has(key) ? map.entries.get(key) : '',
  ),
  hasKey: fixed(['map', 'string'], (map, key) => map.entries.has(key)),
  keys: variadic([], 'map', keys),
  merge,
  mergeOverwrite,
  mustMerge: merge,
  mustMergeOverwrite: mergeOverwrite,
  omit: variadic(['map'], 'string', (map, omitted) =>
    filtered(map, key => !omitted.includes(key)),
  ),
  pick: variadic(['map'], 'string', (map, wanted) =>
    filtered(map, key => wanted.includes(key)),
  ),
  pluck: variadic(
    ['string'],
    'map',
    (key, maps) =>
      new GoList(
        maps
          .filter(map => map.entries.has(key))
          .map(map => map.entries.get(key)),
      ),
  ),
  set: fixed(['map', 'string', 'any'], (map, key, value) => {
    if (map.isNil) throw new TemplateError('assignment to entry in nil map');
    map.entries.set(key, value);
    return map;
  }),
  unset: fixed(['map', 'string'], (map, key) => {
    map.entries.delete(key);
    return map;
  }),
  values: fixed(
    ['map'],
    map => new GoList(map.sorted().map(([, value]) => value)),
  ),
};
