import { equal, less } from './compare';
import { TemplateError } from './errors';
import { goText } from './format';
import { fixed, Functions, variadic } from './functions';
import { sprintf } from './printf';
import {
  GoInteger,
  GoList,
  GoMap,
  integerOf,
  isTrue,
  typeName,
  Value,
} from './values';

const encoder = new TextEncoder();

function position(written: Value, count: number): number {
  const at = integerOf(written);
  if (at === undefined) {
    throw new TemplateError(`cannot index with type ${typeName(written)}`);
  }
  if (at < 0n || at >= BigInt(count)) {
    throw new TemplateError(`index out of range: ${at}`);
  }
  return Number(at);
}

function element(item: Value, key: Value): Value {
  if (item === undefined || item === null) {
    throw new TemplateError('index of nil pointer');
  }
  if (item instanceof GoMap) {
    if (typeof key !== 'string') {
      throw new TemplateError(`cannot index a map with ${typeName(key)}`);
    }
    const found = item.entries.get(key);
    if (found !== undefined) return found;
    return item.element === 'string' ? '' : null;
  }
  if (item instanceof GoList)
    return item.items[position(key, item.items.length)];
  if (typeof item !== 'string') {
    throw new TemplateError(`can't index item of type ${typeName(item)}`);
  }
  const bytes = encoder.encode(item);
  return new GoInteger('uint8', BigInt(bytes[position(key, bytes.length)]));
}

function index(item: Value, indexes: readonly Value[]): Value {
  if (item === undefined || item === null) {
    throw new TemplateError('index of untyped nil');
  }
  return indexes.reduce(element, item);
}

function length(item: Value): bigint {
  if (typeof item === 'string') return BigInt(encoder.encode(item).length);
  if (item instanceof GoList) return BigInt(item.items.length);
  if (item instanceof GoMap) return BigInt(item.entries.size);
  throw new TemplateError(`len of type ${typeName(item)}`);
}

const HTML: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

const SCRIPT: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
};

const UNPRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

function scriptCharacter(char: string): string {
  const hex = char.codePointAt(0)!.toString(16).toUpperCase();
  return `\\u${hex.padStart(4, '0')}`;
}

/** Operands get a space between them where neither is a string. */
function print(args: readonly Value[]): string {
  let text = '';
  args.forEach((value, at) => {
    const words = typeof value === 'string' || typeof args[at - 1] === 'string';
    if (at > 0 && !words) text += ' ';
    text += goText(value);
  });
  return text;
}

/** What html, js and urlquery escape: one text as it is, else as printed. */
function printedAll(args: readonly Value[]): string {
  const values = args.map(value =>
    value === undefined || value === null ? '<no value>' : value,
  );
  return print(values);
}

/** The functions of text/template itself; `and` and `or` are the executor's. */
export const BUILTINS: Functions = {
  not: fixed(['value'], value => !isTrue(value)),
  eq: variadic(['value'], 'value', (left, others) => {
    if (others.length === 0) {
      throw new TemplateError('missing argument for comparison');
    }
    return others.some(right => equal(left, right));
  }),
  ne: fixed(['value', 'value'], (left, right) => !equal(left, right)),
  lt: fixed(['value', 'value'], less),
  le: fixed(['value', 'value'], (a, b) => less(a, b) || equal(a, b)),
  gt: fixed(['value', 'value'], (a, b) => !(less(a, b) || equal(a, b))),
  ge: fixed(['value', 'value'], (a, b) => !less(a, b)),
  len: fixed(['value'], length),
  index: variadic(['value'], 'value', index),
  call: variadic(['value'], 'value', value => {
    throw new TemplateError(`no function, but ${typeName(value)}`);
  }),
  print: variadic([], 'any', print),
  printf: variadic(['string'], 'any', sprintf),
  println: variadic(
    [],
    'any',
    args => `${args.map(value => goText(value)).join(' ')}\n`,
  ),
  html: variadic([], 'any', args =>
    printedAll(args).replace(/[\0&<>"']/g, char => HTML[char]),
  ),
  js: variadic([], 'any', args =>
    printedAll(args)
      .replace(/[\\'"<>&=]/g, char => SCRIPT[char])
      .replace(UNPRINTABLE, scriptCharacter),
  ),
  urlquery: variadic([], 'any', args =>
    encodeURIComponent(printedAll(args))
      .replace(
        /[!'()*]/g,
        char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
      )
      .replace(/%20/g, '+'),
  ),
};
