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

const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const OCTAL = /^([-+]?)0[oO]?([0-7]+)$/;
const HEX = /^([-+]?)(0[xX][0-9a-fA-F]+)$/;
const BINARY = /^([-+]?)(0[bB][01]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** True for the words that are booleans for go-yaml and text for most people. */
export function isOneLetterBoolean(text: string): boolean {
  return text === 'y' || text === 'n' || text === 'Y' || text === 'N';
}

/** An integer as a number where that is exact, else as a bigint. */
function exact(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function signed(sign: string, digits: string): number | bigint {
  const value = BigInt(digits);
  return exact(sign === '-' ? -value : value);
}

function resolveNumber(text: string): number | bigint | undefined {
  const plain = text.includes('_') ? text.replace(/_/g, '') : text;
  if (DECIMAL.test(plain)) {
    const number = Number(plain);
    if (Number.isSafeInteger(number)) return number === 0 ? 0 : number;
    return BigInt(plain.startsWith('+') ? plain.slice(1) : plain);
  }
  const octal = OCTAL.exec(plain);
  if (octal) return signed(octal[1], `0o${octal[2]}`);
  const based = HEX.exec(plain) ?? BINARY.exec(plain);
  if (based) return signed(based[1], based[2].toLowerCase());
  if (FLOAT.test(plain)) {
    const number = Number(plain);
    return Number.isFinite(number) ? number : undefined;
  }
  return undefined;
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
    // A leading dot is read without dropping underscores.
    if (first === 46 && text.includes('_')) return text;
    return resolveNumber(text) ?? text;
  }
  if (text.length > 5) return text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}
