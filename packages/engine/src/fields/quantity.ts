import { Json } from './json';

/**
 * A quantity as `digits * 10^exponent`, with no trailing zero in the digits,
 * so that equal quantities have equal fields.
 */
export interface Quantity {
  readonly digits: bigint;
  readonly exponent: number;
}

const QUANTITY =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([eE][+-]?\d+)|([numkMGTPE]))?$/;

const DECIMAL_SUFFIX: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const BINARY_SUFFIXES = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

// Longer numbers are no quantities that an API server would take, and BigInt
// arithmetic on them would be a way to stop the process.
const LONGEST = 400;
const LARGEST_EXPONENT = 100_000;

const ZERO: Quantity = { digits: 0n, exponent: 0 };

/** The API keeps nine decimals and rounds the rest away from zero. */
function roundToNano(digits: bigint, exponent: number): Quantity {
  if (exponent >= -9) return { digits, exponent };
  const drop = -9 - exponent;
  if (drop > LONGEST * 2)
    return { digits: digits < 0n ? -1n : 1n, exponent: -9 };
  const unit = 10n ** BigInt(drop);
  const rest = digits % unit;
  const whole = digits / unit;
  if (rest === 0n) return { digits: whole, exponent: -9 };
  return { digits: whole + (digits < 0n ? -1n : 1n), exponent: -9 };
}

function normalise(digits: bigint, exponent: number): Quantity {
  if (digits === 0n) return ZERO;
  let rounded = roundToNano(digits, exponent);
  while (rounded.digits % 10n === 0n) {
    rounded = {
      digits: rounded.digits / 10n,
      exponent: rounded.exponent + 1,
    };
  }
  return rounded;
}

/**
 * Reads a Kubernetes quantity (`100m`, `1Gi`, `1e3`, `0.5`, 2). Undefined if
 * the value is none.
 *
 * Source: k8s.io/apimachinery pkg/api/resource, the grammar of Quantity.
 */
export function parseQuantity(value: Json | undefined): Quantity | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') {
    return parseQuantity(String(value));
  }
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  const match = QUANTITY.exec(value);
  if (!match) return undefined;
  const [, sign, whole, fraction = '', binary, power, suffix] = match;
  if (whole === '' && fraction === '') return undefined;
  let digits = BigInt(`${whole}${fraction}`);
  let exponent = -fraction.length;
  if (binary) {
    digits *= 1024n ** BigInt(BINARY_SUFFIXES.indexOf(binary) + 1);
  } else if (power) {
    const shift = Number(power.slice(1));
    if (Math.abs(shift) > LARGEST_EXPONENT) return undefined;
    exponent += shift;
  } else if (suffix) {
    exponent += DECIMAL_SUFFIX[suffix];
  }
  return normalise(sign === '-' ? -digits : digits, exponent);
}

/** True if both values are quantities of the same size: `1000m` and 1. */
export function sameQuantity(left: Json, right: Json): boolean {
  const a = parseQuantity(left);
  const b = a && parseQuantity(right);
  return (
    a !== undefined &&
    b !== undefined &&
    a.digits === b.digits &&
    a.exponent === b.exponent
  );
}
