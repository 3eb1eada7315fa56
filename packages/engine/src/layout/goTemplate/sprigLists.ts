import { isList, isObject, Json, JsonObject, sameJson } from '../../fields';
import { TemplateError, UnsupportedTemplate } from './errors';
import { fixed, Functions, variadic } from './functions';
import { textOf } from './sprigStrings';
import { castInt, isTrue, Value } from './values';

const MAX_ITEMS = 100_000;

/** Lists hold what is there; a missing value in one is nil. */
function present(values: readonly Value[]): Json[] {
  return values.map(value => value ?? null);
}

function strings(value: Value): string[] {
  if (isList(value)) {
    return value.filter(item => item !== null).map(textOf);
  }
  return value === undefined || value === null ? [] : [textOf(value)];
}

function range(start: bigint, stop: bigint, step: bigint): bigint[] {
  if (step === 0n) return [];
  const count = (stop - start) / step;
  if (count > MAX_ITEMS) throw new UnsupportedTemplate('a list gets too long');
  const items: bigint[] = [];
  for (let i = start; step > 0n ? i < stop : i > stop; i += step) items.push(i);
  return items;
}

function unique(items: readonly Json[]): Json[] {
  const kept: Json[] = [];
  for (const item of items) {
    if (!kept.some(other => sameJson(other, item))) kept.push(item);
  }
  return kept;
}

function has(needle: Value, items: readonly Json[]): boolean {
  return items.some(item => sameJson(item, needle ?? null));
}

/** `_0`, `_1`, ...: what sprig's split returns. */
function numbered(parts: readonly string[]): JsonObject {
  return Object.fromEntries(parts.map((part, index) => [`_${index}`, part]));
}

function splitAt(text: string, separator: string, count: number): string[] {
  const parts = text.split(separator);
  if (count < 0 || parts.length <= count) return parts;
  const last = parts.splice(Math.max(count - 1, 0)).join(separator);
  return [...parts, last];
}

function chunk(size: number, items: readonly Json[]): Json {
  if (size < 1) throw new TemplateError('chunk size must be positive');
  const chunks: Json[] = [];
  for (let i = 0; i < items.length; i += size) {
    chunks.push(items.slice(i, i + size));
  }
  return chunks;
}

/** Numbers as the command seq writes them: [first [step]] last. */
function sequence(numbers: readonly number[]): string {
  const given = numbers.map(BigInt);
  const start = given.length > 1 ? given[0] : 1n;
  const stop = given[given.length - 1] ?? 0n;
  const direction = start > stop ? -1n : 1n;
  const step = given.length === 3 ? given[1] : direction;
  const past = stop + (step > 0n ? 1n : -1n);
  return range(start, past, step).join(' ');
}

const list = variadic([], 'any', present);
const append = fixed(['list', 'any'], (items, item) => [
  ...items,
  item ?? null,
]);

/** sprig's functions for lists. */
export const LISTS: Functions = {
  list,
  tuple: list,
  append,
  push: append,
  prepend: fixed(['list', 'any'], (items, item) => [item ?? null, ...items]),
  concat: variadic([], 'list', lists => lists.flat() as Json),
  first: fixed(['list'], items => items[0]),
  last: fixed(['list'], items => items[items.length - 1]),
  rest: fixed(['list'], items => items.slice(1)),
  initial: fixed(['list'], items => items.slice(0, -1)),
  reverse: fixed(['list'], items => [...items].reverse()),
  uniq: fixed(['list'], unique),
  without: variadic(['list'], 'any', (items, omitted) =>
    items.filter(item => !has(item, present(omitted))),
  ),
  has: fixed(['any', 'any'], (needle, items) => {
    if (items === undefined || items === null) return false;
    if (isList(items)) return has(needle, items);
    throw new TemplateError('cannot find an item in what is no list');
  }),
  compact: fixed(['list'], items => items.filter(isTrue)),
  chunk: fixed(['int', 'list'], chunk),
  join: fixed(['string', 'any'], (separator, value) =>
    strings(value).join(separator),
  ),
  split: fixed(['string', 'string'], (separator, text) =>
    numbered(text.split(separator)),
  ),
  splitn: fixed(['string', 'int', 'string'], (separator, count, text) =>
    numbered(splitAt(text, separator, count)),
  ),
  splitList: fixed(['string', 'string'], (separator, text) =>
    text.split(separator),
  ),
  sortAlpha: fixed(['any'], value => strings(value).sort()),
  toStrings: fixed(['any'], strings),
  until: fixed(['int'], count => {
    const stop = BigInt(count);
    return range(0n, stop, stop < 0n ? -1n : 1n);
  }),
  untilStep: fixed(['int', 'int', 'int'], (start, stop, step) =>
    range(BigInt(start), BigInt(stop), BigInt(step)),
  ),
  seq: variadic([], 'int', sequence),
  max: variadic(['any'], 'any', (first, others) =>
    others.map(castInt).reduce((a, b) => (b > a ? b : a), castInt(first)),
  ),
  min: variadic(['any'], 'any', (first, others) =>
    others.map(castInt).reduce((a, b) => (b < a ? b : a), castInt(first)),
  ),
  kindOf: fixed(['any'], value => {
    if (isList(value)) return 'slice';
    if (isObject(value)) return 'map';
    if (value === undefined || value === null) return 'invalid';
    const names = { boolean: 'bool', number: 'float64', bigint: 'int' };
    return names[typeof value as keyof typeof names] ?? typeof value;
  }),
  deepEqual: fixed(['any', 'any'], (a, b) => sameJson(a ?? null, b ?? null)),
};
