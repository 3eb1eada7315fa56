import { compareBytes } from '../tree';
import { deepEqual } from './compare';
import { castInt } from './casts';
import { TemplateError } from './errors';
import { goText } from './format';
import { fixed, Functions, itemsOf, variadic } from './functions';
import { strings } from './text';
import {
  GoList,
  GoMap,
  isTrue,
  listOfStrings,
  typeName,
  Value,
} from './values';

function listOf(items: Value[]): GoList {
  return new GoList(items);
}

function has(needle: Value, items: readonly Value[]): boolean {
  return items.some(item => deepEqual(item, needle));
}

function unique(items: readonly Value[]): GoList {
  const kept: Value[] = [];
  const complex: Value[] = [];
  const simple = new Set<string>();
  for (const item of items) {
    if (item instanceof GoList || item instanceof GoMap) {
      if (has(item, complex)) continue;
      complex.push(item);
    } else {
      const id = `${typeName(item)} ${goText(item)}`;
      if (simple.has(id)) continue;
      simple.add(id);
    }
    kept.push(item);
  }
  return listOf(kept);
}

/** `_0`, `_1`, ...: what sprig's split returns. */
function numbered(parts: readonly string[]): GoMap {
  const entries = parts.map((part, index) => [`_${index}`, part] as const);
  return new GoMap(new Map(entries), 'string');
}

/** strings.Split: an empty separator is between all characters. */
function split(text: string, separator: string): string[] {
  return separator === '' ? [...text] : text.split(separator);
}

function splitAt(text: string, separator: string, count: number): string[] {
  if (count === 0) return [];
  const parts = split(text, separator);
  if (count < 0 || parts.length <= count) return parts;
  const last = parts.splice(count - 1).join(separator);
  return [...parts, last];
}

function chunk(size: number, list: Value): GoList {
  const items = itemsOf(list);
  if (size < 1 && items.length > 0) {
    throw new TemplateError('the size of chunks must be positive');
  }
  const chunks: Value[] = [];
  for (let i = 0; i < items.length; i += size) {
    chunks.push(listOf(items.slice(i, i + size)));
  }
  return new GoList(chunks, '[]interface {}');
}

/** sprig's slice, which stands for the one of text/template: lists only. */
function slice(list: Value, indexes: readonly Value[]): Value {
  const items = itemsOf(list);
  if (items.length === 0) return null;
  const from = indexes.length > 0 ? Number(castInt(indexes[0])) : 0;
  const to = indexes.length > 1 ? Number(castInt(indexes[1])) : items.length;
  if (from < 0 || to < from || to > items.length) {
    throw new TemplateError('slice bounds out of range');
  }
  const { element } = list as GoList;
  return new GoList(items.slice(from, to), element);
}

/** Sorts a list of texts in place, as sprig does. */
function sortAlpha(value: Value): GoList {
  if (value instanceof GoList && value.element === 'string') {
    (value.items as string[]).sort(compareBytes);
    return value;
  }
  if (!(value instanceof GoList)) return listOfStrings([goText(value)]);
  return listOfStrings(strings(value).sort(compareBytes));
}

/** What is left of a list without an end of it; nil if it was empty. */
function shortened(from: number, to?: number) {
  return fixed(['any'], list => {
    const items = itemsOf(list);
    if (items.length === 0) return new GoList([], 'interface {}', true);
    return listOf(items.slice(from, to));
  });
}

function concat(lists: readonly Value[]): GoList {
  const items = lists.flatMap(itemsOf);
  return new GoList(items, 'interface {}', items.length === 0);
}

const list = variadic([], 'any', items => listOf([...items]));
const append = fixed(['any', 'any'], (items, item) =>
  listOf([...itemsOf(items), item]),
);
const compact = fixed(['any'], items => listOf(itemsOf(items).filter(isTrue)));
const contains = fixed(['any', 'any'], (needle, items) => {
  if (items === null || items === undefined) return false;
  return has(needle, itemsOf(items));
});
const chunked = fixed(['int', 'any'], chunk);
const first = fixed(['any'], items => itemsOf(items)[0] ?? null);
const initial = shortened(0, -1);
const last = fixed(['any'], items => itemsOf(items).at(-1) ?? null);
const prepend = fixed(['any', 'any'], (items, item) =>
  listOf([item, ...itemsOf(items)]),
);
const rest = shortened(1);
const reverse = fixed(['any'], items => listOf([...itemsOf(items)].reverse()));
const sliced = variadic(['any'], 'any', slice);
const uniq = fixed(['any'], items => unique(itemsOf(items)));
const without = variadic(['any'], 'any', (items, omitted) =>
  listOf(itemsOf(items).filter(item => !has(item, omitted))),
);

/** sprig's functions for lists. */
export const LISTS: Functions = {
  append,
  chunk: chunked,
  compact,
  concat: variadic([], 'any', concat),
  first,
  has: contains,
  initial,
  join: fixed(['string', 'any'], (separator, value) =>
    strings(value).join(separator),
  ),
  last,
  list,
  mustAppend: append,
  mustChunk: chunked,
  mustCompact: compact,
  mustFirst: first,
  mustHas: contains,
  mustInitial: initial,
  mustLast: last,
  mustPrepend: prepend,
  mustPush: append,
  mustRest: rest,
  mustReverse: reverse,
  mustSlice: sliced,
  mustUniq: uniq,
  mustWithout: without,
  prepend,
  push: append,
  rest,
  reverse,
  slice: sliced,
  sortAlpha: fixed(['any'], sortAlpha),
  split: fixed(['string', 'string'], (separator, text) =>
    numbered(split(text, separator)),
  ),
  splitList: fixed(['string', 'string'], (separator, text) =>
    listOfStrings(split(text, separator)),
  ),
  splitn: fixed(['string', 'int', 'string'], (separator, count, text) =>
    numbered(splitAt(text, separator, count)),
  ),
  toStrings: fixed(['any'], value => listOfStrings(strings(value))),
  tuple: list,
  uniq,
  without,
};
