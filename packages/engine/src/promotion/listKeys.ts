import {
  ATOMIC,
  FieldPath,
  getKey,
  gvkOf,
  isList,
  isObject,
  Json,
  ListKind,
  typeAt,
  typeOf,
} from '../fields';
import { spelledKey } from './spelledKeys';
import { ListsOfType } from './types';

type Keyed = Extract<ListKind, { type: 'keyed' }>;

/** The kind of a list; undefined where no schema tells. */
export type KnownLists = (path: FieldPath) => ListKind | undefined;

/** What is known of the lists of an object. */
export function listsOf(object: Json, lists?: ListsOfType): KnownLists {
  const type = gvkOf(isObject(object) ? object : {});
  if (!lists) {
    const builtIn = typeOf(type);
    return path => typeAt(builtIn, path).list;
  }
  const kinds = lists(type);
  return path => {
    const kind = kinds(path);
    return kind === ATOMIC ? undefined : kind;
  };
}

/**
 * Keys by which a list of mappings is matched where no schema tells, in this
 * order: the list-map keys that Kubernetes uses most.
 */
const GUESSES: readonly Keyed[] = [
  { type: 'keyed', keys: ['name'] },
  { type: 'keyed', keys: ['key'] },
  { type: 'keyed', keys: ['id'] },
  {
    type: 'keyed',
    keys: ['containerPort', 'protocol'],
    keyDefaults: { protocol: 'TCP' },
  },
  {
    type: 'keyed',
    keys: ['port', 'protocol'],
    keyDefaults: { protocol: 'TCP' },
  },
  { type: 'keyed', keys: ['mountPath'] },
  { type: 'keyed', keys: ['type'] },
  { type: 'keyed', keys: ['devicePath'] },
  { type: 'keyed', keys: ['ip'] },
  { type: 'keyed', keys: ['topologyKey'] },
  { type: 'keyed', keys: ['uid'] },
  { type: 'keyed', keys: ['host'] },
  { type: 'keyed', keys: ['path'] },
];

/** The key fields of an item, defaults filled in; undefined if it lacks one. */
export function itemKeys(
  item: Json,
  kind: Keyed,
): ReadonlyArray<readonly [string, Json]> | undefined {
  if (!isObject(item)) return undefined;
  const pairs: Array<readonly [string, Json]> = [];
  for (const name of kind.keys) {
    const value = getKey(item, name) ?? kind.keyDefaults?.[name];
    if (value === undefined || typeof value === 'object') return undefined;
    pairs.push([name, spelledKey(item, name) ?? value]);
  }
  return pairs;
}

/** Text of an item's key fields; undefined if it lacks one. */
export function itemKey(item: Json, kind: Keyed): string | undefined {
  return itemKeys(item, kind)
    ?.map(([, value]) => JSON.stringify(String(value)))
    .join();
}

/** True if every item has the keys and no two have the same. */
export function keysFit(list: readonly Json[], kind: Keyed): boolean {
  const seen = new Set<string>();
  for (const item of list) {
    const key = itemKey(item, kind);
    if (key === undefined || seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/**
 * Keys that fit all versions of a list of mappings of which no schema tells.
 * The first key field has to be written in every item.
 */
export function guessKeys(
  versions: ReadonlyArray<Json | undefined>,
): Keyed | undefined {
  const lists = versions.filter(isList);
  if (!lists.some(list => list.length > 0)) return undefined;
  return GUESSES.find(guess =>
    lists.every(
      list =>
        list.every(item => getKey(item, guess.keys[0]) !== undefined) &&
        keysFit(list, guess),
    ),
  );
}
