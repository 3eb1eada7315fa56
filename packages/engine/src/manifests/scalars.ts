import { Json } from '../fields';

/**
 * Plain scalars as go-yaml v2 resolves them, which is what kubectl, the API
 * server's clients and Argo CD use (sigs.k8s.io/yaml). Timestamps and base 60
 * numbers stay text there, so they do here.
 */
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE'].map(
    word => [word, true] as const,
  ),
  ...['on', 'On', 'ON'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE'].map(
    word => [word, false] as const,
  ),
  ...['off', 'Off', 'OFF'].map(word => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
]);

/** The only plain scalars that no JSON value stands for. */
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const INTEGER =
  /^([-+]?)(?:(0[xX][0-9a-fA-F]+)|(0[bB][01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** With a leading dot underscores must stand between digits. */
const LOOSE_UNDERSCORE = /(?<![0-9])_|_(?![0-9])/;

const MAX_SIGNED = 2n ** 63n;
const MAX_UNSIGNED = 2n ** 64n;

/** A number, and whether go-yaml has it as a floating point number. */
export interface PlainNumber {
  readonly value: number | bigint;
  readonly float: boolean;
}

/** True for the words that are booleans for go-yaml and text for most people. */
export function isOneLetterBoolean(text: string): boolean {
  return text === 'y' || text === 'n' || text === 'Y' || text === 'N';
}

/** An integer of 64 bits; unsigned if it has no sign. */
function resolveInteger(text: string): number | bigint | undefined {
  const match = INTEGER.exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  const number = decimal === undefined ? NaN : Number(text);
  if (Number.isSafeInteger(number)) return number === 0 ? 0 : number;
  const digits =
    hex ?? binary ?? (octal === undefined ? decimal : `0o${octal}`);
  const size = BigInt(digits.toLowerCase());
  const value = sign === '-' ? -size : size;
  const limit = sign === '' ? MAX_UNSIGNED : MAX_SIGNED;
  if (value >= limit || value < -MAX_SIGNED) return undefined;
  const exact = Number(value);
  return Number.isSafeInteger(exact) ? exact : value;
}

/** The number that a plain scalar stands for, if any. */
export function resolveNumber(text: string): PlainNumber | undefined {
  if (text.startsWith('.') && LOOSE_UNDERSCORE.test(text)) return undefined;
  const plain = text.includes('_') ? text.replace(/_/g, '') : text;
  const integer = resolveInteger(plain);
  if (integer !== undefined) return { value: integer, float: false };
  if (!FLOAT.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? { value, float: true } : undefined;
}

/**
 * The value of a plain scalar. Undefined for infinities and not-a-number,
 * which Kubernetes tooling refuses because JSON has no word for them.
 */
export function resolvePlain(text: string): Json | undefined {
  const first = text.charCodeAt(0);
  // Digits, signs and the dot begin every number; 43 '+', 45 '-', 46 '.'.
  const numeric =
    (first >= 48 && first <= 57) ||
    first === 43 ||
    first === 45 ||
    first === 46;
  if (numeric) {
    if (NOT_FINITE.test(text)) return undefined;
    return resolveNumber(text)?.value ?? text;
  }
  if (text.length > 5) return text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}
