import { TemplateError, UnsupportedTemplate } from './errors';
import { goQuote, goText } from './format';
import { fixed, Functions, TemplateFunction, variadic } from './functions';
import {
  byteLength,
  bytesOf,
  byteSlice,
  isSpace,
  SPACES,
  textOfBytes,
  toLower,
  toUpper,
  trimSpace,
} from './text';
import { Value } from './values';
import { joinedWords, pascalCase, swapCase, title, untitle } from './words';

const MAX_TEXT = 1_000_000;
const SPACE = 0x20;

function bounded(text: string): string {
  if (text.length > MAX_TEXT)
    throw new UnsupportedTemplate('a text gets too long');
  return text;
}

/** Part of a text by bytes; Go fails where it does not reach. */
function part(text: string, from: number, to: number): string {
  if (from < 0 || to < from || to > byteLength(text)) {
    throw new TemplateError('slice bounds out of range');
  }
  return byteSlice(text, from, to);
}

function trunc(count: number, text: string): string {
  const length = byteLength(text);
  if (count < 0 && length + count > 0) return byteSlice(text, length + count);
  return count >= 0 && length > count ? byteSlice(text, 0, count) : text;
}

function substr(start: number, end: number, text: string): string {
  const length = byteLength(text);
  if (start < 0) return part(text, 0, end);
  return part(text, start, end < 0 || end > length ? length : end);
}

/** goutils.AbbreviateFull. */
function abbreviated(text: string, from: number, width: number): string {
  const length = byteLength(text);
  if (length <= width) return text;
  let offset = Math.min(from, length);
  if (length - offset < width - 3) offset = length - (width - 3);
  if (offset <= 4) return `${part(text, 0, width - 3)}...`;
  if (width < 7) return '';
  if (offset + width - 3 < length) {
    const rest = byteSlice(text, offset);
    return `...${abbrev(width - 3, rest)}`;
  }
  return `...${byteSlice(text, length - (width - 3))}`;
}

function abbrev(width: number, text: string): string {
  return width < 4 ? text : abbreviated(text, 0, width);
}

function abbrevBoth(left: number, right: number, text: string): string {
  const small = right < 4 || (left > 0 && right < 7);
  return small ? text : abbreviated(text, left, right);
}

function initials(text: string): string {
  let gap = true;
  return [...text]
    .filter(char => {
      const first = gap && !isSpace(char);
      gap = isSpace(char);
      return first;
    })
    .join('');
}

/** What a text starts or ends with of a set of characters. */
function trimAll(set: string, text: string): string {
  const chars = [...text];
  const omitted = new Set(set);
  let start = 0;
  let end = chars.length;
  while (start < end && omitted.has(chars[start])) start++;
  while (end > start && omitted.has(chars[end - 1])) end--;
  return chars.slice(start, end).join('');
}

function indent(spaces: number, text: string): string {
  if (spaces < 0) throw new TemplateError('repeat count is negative');
  if (spaces > 1000)
    throw new UnsupportedTemplate('an indentation gets too deep');
  const pad = ' '.repeat(spaces);
  return bounded(pad + text.replace(/\n/g, `\n${pad}`));
}

function repeat(count: number, text: string): string {
  if (count < 0) throw new TemplateError('repeat count is negative');
  if (count * text.length > MAX_TEXT) {
    throw new UnsupportedTemplate('a text gets too long');
  }
  return text.repeat(count);
}

/** An empty text to replace is between all characters. */
function replace(from: string, to: string, text: string): string {
  if (from !== '') return bounded(text.split(from).join(to));
  return bounded(to + [...text].map(char => char + to).join(''));
}

function present(values: readonly Value[]): Value[] {
  return values.filter(value => value !== undefined && value !== null);
}

/** goutils.WrapCustom; `cuts` words that are too long for a line. */
function wrap(
  width: number,
  text: string,
  separator: string,
  cuts: boolean,
): string {
  const line = separator || '\n';
  const size = Math.max(width, 1);
  const bytes = bytesOf(text);
  const piece = (from: number, to?: number) =>
    textOfBytes(bytes.subarray(from, to));
  const parts: string[] = [];
  let offset = 0;
  while (bytes.length - offset > size) {
    if (bytes[offset] === SPACE) {
      offset++;
      continue;
    }
    let space = offset + size;
    while (space >= offset && bytes[space] !== SPACE) space--;
    if (space < offset && cuts) {
      parts.push(piece(offset, offset + size));
      offset += size;
      continue;
    }
    if (space < offset) space = bytes.indexOf(SPACE, offset + size);
    if (space < 0) break;
    parts.push(piece(offset, space));
    offset = space + 1;
  }
  return bounded([...parts, piece(offset)].join(line));
}

function mapped(map: (text: string) => string): TemplateFunction {
  return fixed(['string'], map);
}

const trimSet = fixed(['string', 'string'], trimAll);

/** sprig's functions for text. */
export const STRINGS: Functions = {
  abbrev: fixed(['int', 'string'], abbrev),
  abbrevboth: fixed(['int', 'int', 'string'], abbrevBoth),
  camelcase: mapped(pascalCase),
  cat: variadic([], 'any', values => {
    const texts = present(values).map(value => goText(value));
    return texts.map((t, i) => (i > 0 ? ` ${t}` : t)).join('');
  }),
  contains: fixed(['string', 'string'], (piece, text) => text.includes(piece)),
  hasPrefix: fixed(['string', 'string'], (piece, text) =>
    text.startsWith(piece),
  ),
  hasSuffix: fixed(['string', 'string'], (piece, text) => text.endsWith(piece)),
  hello: fixed([], () => 'Hello!'),
  indent: fixed(['int', 'string'], indent),
  initials: mapped(initials),
  kebabcase: mapped(text => joinedWords(text, '-')),
  lower: mapped(toLower),
  nindent: fixed(['int', 'string'], (n, text) => `\n${indent(n, text)}`),
  nospace: mapped(text => text.replace(SPACES, '')),
  plural: fixed(['string', 'string', 'int'], (one, many, count) =>
    count === 1 ? one : many,
  ),
  quote: variadic([], 'any', values =>
    present(values)
      .map(value => goQuote(goText(value)))
      .join(' '),
  ),
  repeat: fixed(['int', 'string'], repeat),
  replace: fixed(['string', 'string', 'string'], replace),
  snakecase: mapped(text => joinedWords(text, '_')),
  squote: variadic([], 'any', values =>
    present(values)
      .map(value => `'${goText(value)}'`)
      .join(' '),
  ),
  substr: fixed(['int', 'int', 'string'], substr),
  swapcase: mapped(swapCase),
  title: mapped(title),
  toString: fixed(['any'], value => goText(value)),
  trim: mapped(trimSpace),
  trimAll: trimSet,
  trimall: trimSet,
  trimPrefix: fixed(['string', 'string'], (piece, text) =>
    text.startsWith(piece) ? text.slice(piece.length) : text,
  ),
  trimSuffix: fixed(['string', 'string'], (piece, text) =>
    piece && text.endsWith(piece) ? text.slice(0, -piece.length) : text,
  ),
  trunc: fixed(['int', 'string'], trunc),
  untitle: mapped(untitle),
  upper: mapped(toUpper),
  wrap: fixed(['int', 'string'], (width, text) =>
    wrap(width, text, '\n', false),
  ),
  wrapWith: fixed(['int', 'string', 'string'], (width, line, text) =>
    wrap(width, text, line, true),
  ),
};
