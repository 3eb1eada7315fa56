import { goText } from './format';
import { GoList, Value } from './values';

/** White space as Go knows it: NEL is, a byte order mark is not. */
const SPACE =
  '[\\t\\n\\v\\f\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

const IS_SPACE = new RegExp(`^${SPACE}$`, 'u');
const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu');
export const SPACES = new RegExp(SPACE, 'gu');

export function isSpace(char: string): boolean {
  return IS_SPACE.test(char);
}

export function trimSpace(text: string): string {
  return text.replace(ENDS, '');
}

function oneCharacter(char: string, mapped: string): string {
  return [...mapped].length === 1 ? mapped : char;
}

/** Go maps characters one by one, so `ß` has no upper case. */
export function toUpper(text: string): string {
  return [...text].map(char => oneCharacter(char, char.toUpperCase())).join('');
}

export function toLower(text: string): string {
  return [...text]
    .map(char =>
      char === '\u0130' ? 'i' : oneCharacter(char, char.toLowerCase()),
    )
    .join('');
}

export function isUpper(char: string): boolean {
  return /^\p{Lu}$/u.test(char);
}

export function isLower(char: string): boolean {
  return /^\p{Ll}$/u.test(char);
}

/** The texts in a value as sprig gathers them: nils are left out. */
export function strings(value: Value): string[] {
  if (value === undefined || value === null) return [];
  if (!(value instanceof GoList)) return [goText(value)];
  return value.items
    .filter(item => item !== undefined && item !== null)
    .map(item => goText(item));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes of a text, by which Go measures and cuts it. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

export function textOfBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** True for text in which every character is one byte. */
function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

export function byteLength(text: string): number {
  return isAscii(text) ? text.length : bytesOf(text).length;
}

/** Part of a text by bytes. */
export function byteSlice(text: string, from: number, to?: number): string {
  return isAscii(text)
    ? text.slice(from, to)
    : textOfBytes(bytesOf(text).slice(from, to));
}
