import { TemplateError, UnsupportedTemplate } from './errors';
import { fixed, Functions, variadic } from './functions';
import { goText, isTrue, Value } from './values';

/** Text as sprig's strval gives it. */
export function textOf(value: Value): string {
  return goText(value);
}

const MAX_TEXT = 1_000_000;

function bounded(text: string): string {
  if (text.length > MAX_TEXT)
    throw new UnsupportedTemplate('a text gets too long');
  return text;
}

function trunc(count: number, text: string): string {
  if (count < 0 && text.length + count > 0)
    return text.slice(text.length + count);
  return count >= 0 && text.length > count ? text.slice(0, count) : text;
}

function title(text: string): string {
  return text.replace(
    /(^|[^\p{L}\p{N}_'])(\p{L})/gu,
    (_all, before, letter) => {
      return before + letter.toUpperCase();
    },
  );
}

function words(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_\-.:]+/)
    .filter(Boolean);
}

function joined(separator: string) {
  return fixed(['string'], text =>
    words(text)
      .map(word => word.toLowerCase())
      .join(separator),
  );
}

function trimSet(text: string, set: string, left: boolean, right: boolean) {
  let start = 0;
  let end = text.length;
  while (left && start < end && set.includes(text[start])) start++;
  while (right && end > start && set.includes(text[end - 1])) end--;
  return text.slice(start, end);
}

function indent(spaces: number, text: string): string {
  if (spaces > 1000)
    throw new UnsupportedTemplate('an indentation gets too deep');
  const pad = ' '.repeat(Math.max(spaces, 0));
  return bounded(pad + text.replace(/\n/g, `\n${pad}`));
}

function repeat(count: number, text: string): string {
  if (count < 0) throw new TemplateError('repeat count is negative');
  if (count * text.length > MAX_TEXT) {
    throw new UnsupportedTemplate('a text gets too long');
  }
  return text.repeat(count);
}

function substr(start: number, end: number, text: string): string {
  if (start < 0) return text.slice(0, end);
  return end < 0 || end > text.length
    ? text.slice(start)
    : text.slice(start, end);
}

function quoteAll(values: readonly Value[], quote: (text: string) => string) {
  return values
    .filter(value => value !== undefined && value !== null)
    .map(value => quote(textOf(value)))
    .join(' ');
}

function wrap(width: number, text: string, line: string): string {
  const [first, ...others] = text.split(' ');
  let wrapped = first;
  let column = first.length;
  for (const word of others) {
    const fits = column + 1 + word.length <= width;
    wrapped += `${fits ? ' ' : line}${word}`;
    column = fits ? column + 1 + word.length : word.length;
  }
  return wrapped;
}

/** sprig's functions for text. */
export const STRINGS: Functions = {
  abbrev: fixed(['int', 'string'], (width, text) =>
    width < 4 || text.length <= width ? text : `${text.slice(0, width - 3)}...`,
  ),
  camelcase: fixed(['string'], text =>
    words(text)
      .map(word => title(word.toLowerCase()))
      .join(''),
  ),
  cat: variadic([], 'any', values =>
    values
      .filter(value => value !== undefined && value !== null)
      .map(goText)
      .join(' '),
  ),
  contains: fixed(['string', 'string'], (part, text) => text.includes(part)),
  hasPrefix: fixed(['string', 'string'], (part, text) => text.startsWith(part)),
  hasSuffix: fixed(['string', 'string'], (part, text) => text.endsWith(part)),
  indent: fixed(['int', 'string'], indent),
  initials: fixed(['string'], text =>
    words(text)
      .map(word => word[0])
      .join(''),
  ),
  kebabcase: joined('-'),
  lower: fixed(['string'], text => text.toLowerCase()),
  nindent: fixed(['int', 'string'], (n, text) => `\n${indent(n, text)}`),
  nospace: fixed(['string'], text => text.replace(/\s/g, '')),
  plural: fixed(['string', 'string', 'any'], (one, many, count) =>
    count === 1n || count === 1 ? one : many,
  ),
  quote: variadic([], 'any', values => quoteAll(values, JSON.stringify)),
  repeat: fixed(['int', 'string'], repeat),
  replace: fixed(['string', 'string', 'string'], (from, to, text) =>
    bounded(text.split(from).join(to)),
  ),
  snakecase: joined('_'),
  squote: variadic([], 'any', values => quoteAll(values, t => `'${t}'`)),
  substr: fixed(['int', 'int', 'string'], substr),
  swapcase: fixed(['string'], text =>
    [...text]
      .map(c => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()))
      .join(''),
  ),
  title: fixed(['string'], title),
  toString: fixed(['any'], textOf),
  trim: fixed(['string'], text => text.trim()),
  trimAll: fixed(['string', 'string'], (set, text) =>
    trimSet(text, set, true, true),
  ),
  trimall: fixed(['string', 'string'], (set, text) =>
    trimSet(text, set, true, true),
  ),
  trimPrefix: fixed(['string', 'string'], (part, text) =>
    text.startsWith(part) ? text.slice(part.length) : text,
  ),
  trimSuffix: fixed(['string', 'string'], (part, text) =>
    part && text.endsWith(part) ? text.slice(0, -part.length) : text,
  ),
  trunc: fixed(['int', 'string'], trunc),
  untitle: fixed(['string'], text =>
    text.replace(
      /(^|\s)(\S)/g,
      (_all, space, letter) => space + letter.toLowerCase(),
    ),
  ),
  upper: fixed(['string'], text => text.toUpperCase()),
  wrap: fixed(['int', 'string'], (width, text) => wrap(width, text, '\n')),
  wrapWith: fixed(['int', 'string', 'string'], (width, line, text) =>
    wrap(width, text, line),
  ),
  ternary: fixed(['any', 'any', 'bool'], (yes, no, test) => (test ? yes : no)),
  default: variadic(['any'], 'any', (otherwise, given) =>
    given.length > 0 && isTrue(given[0]) ? given[0] : otherwise,
  ),
  empty: fixed(['any'], value => !isTrue(value)),
  coalesce: variadic([], 'any', values => values.find(isTrue) ?? null),
  all: variadic([], 'any', values => values.every(isTrue)),
  any: variadic([], 'any', values => values.some(isTrue)),
  fail: fixed(['string'], message => {
    throw new TemplateError(message);
  }),
};
