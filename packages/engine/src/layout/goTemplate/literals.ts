import { TemplateError } from './errors';

/** A number of a template: every type that it could be taken for. */
export interface GoNumber {
  readonly text: string;
  /** The integer, if it is one of 64 bits. */
  readonly int?: bigint;
  readonly float?: number;
  /** Which of them it is where any type would do. */
  readonly ideal: 'int' | 'float' | 'overflow';
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([^]))/gu;

/** True for text without escapes of bytes. */
const WITHOUT_BYTES = /^(?:[^\\]|\\[^x0-7])*$/su;

function character(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new TemplateError('an escape is no character');
  }
  return String.fromCodePoint(code);
}

/** Escapes of bytes make the text a list of bytes, read as UTF-8. */
function unescapeBytes(text: string, quote: string): string {
  const bytes: number[] = [];
  let at = 0;
  const encoder = new TextEncoder();
  const plain = (part: string) => {
    if (part) bytes.push(...encoder.encode(unescapeText(part, quote)));
  };
  for (const match of text.matchAll(
    /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|[^])/gu,
  )) {
    if (match[1] === undefined && match[2] === undefined) continue;
    plain(text.slice(at, match.index));
    const code = parseInt(match[1] ?? match[2], match[1] ? 16 : 8);
    if (code > 255) throw new TemplateError('an escape is no byte');
    bytes.push(code);
    at = match.index + match[0].length;
  }
  plain(text.slice(at));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(bytes),
  );
}

function unescapeText(text: string, quote: string): string {
  return text.replace(ESCAPE, (all, x, u, long, octal, char) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return character(parseInt(hex, 16));
    if (octal !== undefined) return character(parseInt(octal, 8));
    if (char === quote) return quote;
    if (Object.hasOwn(ESCAPES, char)) return ESCAPES[char];
    throw new TemplateError(`unknown escape ${all}`);
  });
}

function unescape(text: string, quote: string): string {
  return WITHOUT_BYTES.test(text)
    ? unescapeText(text, quote)
    : unescapeBytes(text, quote);
}

/** A Go string literal, quoted or raw. */
export function stringLiteral(token: string): string {
  const inner = token.slice(1, -1);
  return token.startsWith('`')
    ? inner.replace(/\r/g, '')
    : unescape(inner, '"');
}

/** A Go character literal: its code point. */
export function characterLiteral(token: string): GoNumber {
  const inner = token.slice(1, -1);
  const byte = /^\\(?:x([0-9a-fA-F]{2})|([0-7]{3}))$/.exec(inner);
  let code: number | undefined;
  if (byte) code = parseInt(byte[1] ?? byte[2], byte[1] ? 16 : 8);
  else {
    const text = unescape(inner, "'");
    if ([...text].length === 1) code = text.codePointAt(0);
  }
  if (code === undefined || code > 0x10ffff) {
    throw new TemplateError(`malformed character constant: ${token}`);
  }
  return { text: token, int: BigInt(code), float: code, ideal: 'int' };
}

const INTEGER =
  /^[+-]?(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|0|[1-9](?:_?[0-9])*)$/;
const DECIMAL =
  /^[+-]?(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/;
const HEX_FLOAT =
  /^[+-]?0[xX](?:_?([0-9a-fA-F](?:_?[0-9a-fA-F])*))?\.?([0-9a-fA-F](?:_?[0-9a-fA-F])*)?[pP]([+-]?[0-9]+)$/;

const MAX_INT64 = 2n ** 63n - 1n;

/** A Go integer literal, whatever its base; undefined if it is none. */
export function parseInteger(text: string): bigint | undefined {
  if (!INTEGER.test(text)) return undefined;
  const digits = text.replace(/_/g, '').replace(/^[+-]/, '');
  const octal = /^0[0-7]+$/.test(digits);
  const value = BigInt(octal ? `0o${digits.slice(1)}` : digits.toLowerCase());
  return text.startsWith('-') ? -value : value;
}

function hexFloat(text: string): number | undefined {
  const match = HEX_FLOAT.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) {
    return undefined;
  }
  const whole = (match[1] ?? '').replace(/_/g, '');
  const fraction = (match[2] ?? '').replace(/_/g, '');
  const mantissa = Number(BigInt(`0x${whole}${fraction}`));
  const value = mantissa * 2 ** (Number(match[3]) - 4 * fraction.length);
  return text.startsWith('-') ? -value : value;
}

/** A float as Go's ParseFloat reads it; undefined if it does not. */
export function parseFloatLiteral(text: string): number | undefined {
  const value =
    hexFloat(text) ??
    (DECIMAL.test(text) ? Number(text.replace(/_/g, '')) : undefined);
  return Number.isFinite(value) ? value : undefined;
}

/** A Go number literal. Throws {@link TemplateError} if it is malformed. */
export function numberLiteral(token: string): GoNumber {
  const integer = parseInteger(token);
  const decimal = DECIMAL.test(token) && !/^[+-]?0_?[0-9_]+$/.test(token);
  const float =
    hexFloat(token) ?? (decimal ? Number(token.replace(/_/g, '')) : undefined);
  if (integer !== undefined) {
    const fits = integer <= MAX_INT64 && integer >= -MAX_INT64 - 1n;
    if (!fits && (integer < 0n || integer >= 2n ** 64n)) {
      throw new TemplateError(`integer overflow: ${token}`);
    }
    return {
      text: token,
      ...(fits && { int: integer }),
      float: Number(integer),
      ideal: fits ? 'int' : 'overflow',
    };
  }
  if (float === undefined || !Number.isFinite(float)) {
    throw new TemplateError(`bad number syntax: ${token}`);
  }
  const whole = Number.isInteger(float) && Math.abs(float) < 2 ** 63;
  return {
    text: token,
    ...(whole && { int: BigInt(float) }),
    float,
    ideal: 'float',
  };
}

/** A number where any type would do. */
export function constant({ ideal, int, float, text }: GoNumber) {
  if (ideal === 'overflow') throw new TemplateError(`${text} overflows int`);
  return ideal === 'int' ? int : float;
}
