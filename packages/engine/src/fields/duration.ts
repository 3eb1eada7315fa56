import { Json } from './json';

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const PART = /(\d*)(?:\.(\d*))?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;
const LONGEST = 100;

function readPart(match: RegExpExecArray): bigint | undefined {
  const [, whole, fraction = '', unit] = match;
  if (whole === '' && fraction === '') return undefined;
  const size = NANOSECONDS[unit];
  const part =
    fraction === ''
      ? 0n
      : (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  return BigInt(whole || '0') * size + part;
}

/**
 * Reads a Go duration (`1h30m`, `90m`, `1.5s`) in nanoseconds. Undefined if the
 * text is none.
 *
 * Source: time.ParseDuration of the Go standard library.
 */
export function parseDuration(text: string): bigint | undefined {
  if (text.length > LONGEST) return undefined;
  const negative = text.startsWith('-');
  const body = /^[+-]/.test(text) ? text.slice(1) : text;
  if (body === '0') return 0n;
  if (body === '') return undefined;
  let total = 0n;
  PART.lastIndex = 0;
  while (PART.lastIndex < body.length) {
    const match = PART.exec(body);
    const part = match ? readPart(match) : undefined;
    if (part === undefined) return undefined;
    total += part;
  }
  return negative ? -total : total;
}

/** True if both values are Go durations of the same length: `90m`, `1h30m0s`. */
export function sameDuration(left: Json, right: Json): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  const a = parseDuration(left);
  return a !== undefined && a === parseDuration(right);
}
