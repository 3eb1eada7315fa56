import { Json, Quantity, parseQuantity } from '../fields';

/** Numbers of digits beyond which sizes are compared by magnitude alone. */
const FAR_APART = 1000;

function magnitude(quantity: Quantity): number {
  return String(quantity.digits).replace('-', '').length + quantity.exponent;
}

function sign(value: bigint): number {
  if (value === 0n) return 0;
  return value > 0n ? 1 : -1;
}

function compareQuantities(left: Json, right: Json): number | undefined {
  const a = parseQuantity(left);
  const b = parseQuantity(right);
  if (!a || !b) return undefined;
  if (sign(a.digits) !== sign(b.digits)) return sign(a.digits) - sign(b.digits);
  if (Math.abs(a.exponent - b.exponent) > FAR_APART) {
    return (magnitude(a) - magnitude(b)) * sign(a.digits);
  }
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (item: Quantity) =>
    item.digits * 10n ** BigInt(item.exponent - exponent);
  return sign(scaled(a) - scaled(b));
}

function asNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  const text = typeof value === 'string' ? value.trim() : '';
  const number = text === '' ? NaN : Number(text);
  return Number.isNaN(number) ? undefined : number;
}

function compareNumbers(left: Json, right: Json): number | undefined {
  const a = asNumber(left);
  const b = asNumber(right);
  return a === undefined || b === undefined ? undefined : a - b;
}

const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+[\w.-]+)?$/;

type Version = { readonly parts: number[]; readonly pre?: string[] };

function asVersion(value: Json): Version | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = VERSION.exec(String(value));
  if (!match) return undefined;
  return { parts: match[1].split('.').map(Number), pre: match[2]?.split('.') };
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Semantic versioning: numbers before words, fewer fields before more. */
function comparePre(left: string[] = [], right: string[] = []): number {
  if (left.length === 0 || right.length === 0) {
    // A version without a pre-release comes after those with one.
    return Math.sign(right.length - left.length);
  }
  for (let index = 0; index < left.length && index < right.length; index++) {
    const [a, b] = [left[index], right[index]];
    const numeric = [a, b].map(item => /^\d+$/.test(item));
    const order =
      numeric[0] && numeric[1]
        ? Number(a) - Number(b)
        : Number(numeric[1]) - Number(numeric[0]) || compareText(a, b);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareVersions(left: Json, right: Json): number | undefined {
  const a = asVersion(left);
  const b = asVersion(right);
  if (!a || !b) return undefined;
  const length = Math.max(a.parts.length, b.parts.length);
  for (let index = 0; index < length; index++) {
    const order = (a.parts[index] ?? 0) - (b.parts[index] ?? 0);
    if (order !== 0) return order;
  }
  return comparePre(a.pre, b.pre);
}

/**
 * Order of two values as numbers, quantities or versions (`9.6` is older than
 * `10.1`): negative, 0 or positive; undefined if one of them is none.
 */
export function compareAs(
  type: 'number' | 'quantity' | 'version',
  left: Json,
  right: Json,
): number | undefined {
  switch (type) {
    case 'number':
      return compareNumbers(left, right);
    case 'quantity':
      return compareQuantities(left, right);
    default:
      return compareVersions(left, right);
  }
}
