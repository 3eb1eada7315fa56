import { Node } from 'yaml';
import { FieldPath, getKey, Json, JsonObject, sameJson } from '../../fields';
import { EditError } from '../errors';
import { EditContext, splice } from './context';
import { entryLines, flowEntry } from './copy';
import { Donor, donorChildren } from './donor';
import { entriesOf, Entry, isBlock, regionEnd } from './entries';
import { columnOf } from './lines';
import { rewriteEntry } from './rewrite';
import { rewriteBlock } from './rewriteBlock';
import { rewriteFlow } from './rewriteFlow';

/** A mapping that is to have another value. */
interface MapRewrite {
  readonly path: FieldPath;
  readonly node: Node;
  readonly current: JsonObject;
  readonly wanted: JsonObject;
  readonly donor: Donor | undefined;
}

/** A pair that is to be written, and the entry it stands after. */
interface NewPair {
  readonly key: string;
  readonly after: number;
}

/** Position of each key; refuses a mapping that has a key twice. */
function positions(entries: readonly Entry[]): Map<string, number> {
  const result = new Map<string, number>();
  entries.forEach(({ key }, index) => {
    if (key === undefined) return;
    if (result.has(key)) {
      throw new EditError(
        'duplicate-key',
        `the key ${key} is there twice; the last one counts, so remove the others first`,
      );
    }
    result.set(key, index);
  });
  return result;
}

/**
 * Keys in the order of the source, each after the nearest key before it there
 * that the target has too; then keys that the source does not have, at the end.
 */
function place(
  keys: ReadonlySet<string>,
  order: readonly string[],
  own: ReadonlyMap<string, number>,
  kept: (index: number) => boolean,
  last: number,
): NewPair[] {
  const result: NewPair[] = [];
  let after = -1;
  for (const key of order) {
    const index = own.get(key);
    if (keys.has(key)) result.push({ key, after });
    else if (index !== undefined && kept(index)) after = index;
  }
  const known = new Set(order);
  for (const key of keys)
    if (!known.has(key)) result.push({ key, after: last });
  return result;
}

/** Writes out what `<<` brings in, where a key of it has to go. */
function expandMerge(
  context: EditContext,
  entry: Entry,
  keys: readonly string[],
  wanted: JsonObject,
): void {
  const { document } = context;
  const column = columnOf(document.text, entry.start);
  const lines = keys.map(key =>
    entryLines(context, key, wanted[key], undefined, column),
  );
  const text = lines.length > 0 ? `${lines.join('\n').trimStart()}\n` : '';
  splice(context, entry.start, regionEnd(document, entry), text);
}

/** False if nothing of the mapping stays, so that it is better replaced. */
export function rewriteMap(context: EditContext, map: MapRewrite): boolean {
  const { path, node, current, wanted, donor } = map;
  const { document, manner } = context;
  const entries = entriesOf(document, node);
  const own = positions(entries);
  const merges = entries.filter(entry => entry.merge);
  const block = isBlock(node);
  const removed = new Set<number>();
  for (const [key, index] of own) {
    if (!Object.hasOwn(wanted, key)) removed.add(index);
  }
  if (block && removed.size === entries.length) return false;

  const inherited = Object.keys(current).filter(key => !own.has(key));
  const lost = inherited.some(key => !Object.hasOwn(wanted, key));
  const expand =
    manner.aliases === 'all' || (manner.aliases === 'differing' && lost);
  if (expand && merges.length > 0 && block) {
    const stay = inherited.filter(key => Object.hasOwn(wanted, key));
    merges.forEach((entry, index) =>
      expandMerge(context, entry, index === 0 ? stay : [], wanted),
    );
  }
  const added = new Set<string>();
  const overriding = new Set<string>();
  for (const key of Object.keys(wanted)) {
    if (own.has(key)) continue;
    const had = getKey(current, key);
    if (had === undefined) added.add(key);
    else if (!expand && manner.aliases === 'differing') {
      if (!sameJson(had, wanted[key])) overriding.add(key);
    }
  }

  const donors = donorChildren(donor);
  const donorOfKey = new Map(donors.map(item => [item.entry?.key, item]));
  for (const [key, index] of own) {
    if (removed.has(index)) continue;
    const entry = entries[index];
    rewriteEntry(context, entry, {
      path: [...path, { type: 'key', key }],
      current: current[key],
      wanted: wanted[key],
      donor: donorOfKey.get(key),
    });
  }

  const order = donors.flatMap(item => item.entry?.key ?? []);
  const kept = (index: number) => !removed.has(index);
  const last = entries.findLastIndex((_, index) => kept(index));
  const lastMerge = entries.findLastIndex(entry => entry.merge);
  // A merge overwrites what stands above it, as go-yaml reads it.
  const pairs = [
    ...place(added, order, own, kept, last),
    ...[...overriding].map(key => ({ key, after: lastMerge })),
  ];
  if (!block) {
    const insertions = pairs.map(({ key, after }) => ({
      after,
      text: flowEntry(context, key, wanted[key] as Json, donorOfKey.get(key)),
    }));
    rewriteFlow(context, node, entries, removed, insertions);
    return true;
  }
  const column =
    entries.length > 0 ? columnOf(document.text, entries[0].start) : 0;
  const insertions = pairs.map(({ key, after }) => ({
    after,
    lines: entryLines(context, key, wanted[key], donorOfKey.get(key), column),
  }));
  rewriteBlock(context, entries, removed, insertions);
  return true;
}
