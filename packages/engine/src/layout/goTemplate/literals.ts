import { Json } from '../../fields';
import { TemplateError } from './errors';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

function unescape(text: string): string {
  return text.replace(ESCAPE, (all, x, u, long, octal, char) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    if (char in ESCAPES) return ESCAPES[char];
    throw new TemplateError(`unknown escape ${all}`);
  });
}

/** A Go string literal, quoted or raw. */
export function stringLiteral(token: string): string {
  const inner = token.slice(1, -1);
  return token.startsWith('`') ? inner.replace(/\r/g, '') : unescape(inner);
}

/** A Go character literal: its code point. */
export function characterLiteral(token: string): bigint {
  return BigInt(unescape(token.slice(1, -1)).codePointAt(0) ?? 0);
}

/** A Go number literal: an integer unless it is written as a float. */
export function numberLiteral(token: string): Json {
  const plain = token.replace(/_/g, '');
  const negative = plain.startsWith('-');
  const digits = plain.replace(/^[+-]/, '');
  if (/^0[xXbBoO]/.test(digits)) {
    const value = BigInt(digits.toLowerCase());
    return negative ? -value : value;
  }
  if (/[.eE]/.test(digits)) return Number(plain);
  const octal = /^0[0-7]+$/.test(digits);
  const value = BigInt(octal ? `0o${digits.slice(1)}` : digits);
  return negative ? -value : value;
}
