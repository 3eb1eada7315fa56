import { Json } from './json';
import { parseQuantity, Quantity } from './quantity';

const DECIMAL: Readonly<Record<number, string>> = {
  [-9]: 'n',
  [-6]: 'u',
  [-3]: 'm',
  0: '',
  3: 'k',
  6: 'M',
  9: 'G',
  12: 'T',
  15: 'P',
  18: 'E',
};

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Digits with an exponent that is a multiple of three. */
function inThousands({ digits, exponent }: Quantity): [bigint, number] {
  const rest = ((exponent % 3) + 3) % 3;
  return [digits * 10n ** BigInt(rest), exponent - rest];
}

function binary({ digits, exponent }: Quantity): string | undefined {
  if (exponent < 0) return undefined;
  let value = digits * 10n ** BigInt(exponent);
  if (value > -1024n && value < 1024n) return undefined;
  let power = 0;
  while (value % 1024n === 0n && power < BINARY.length - 1) {
    value /= 1024n;
    power++;
  }
  return `${value}${BINARY[power]}`;
}

/**
 * A quantity as the API server writes it: `0.5` is `500m`, `1024Mi` is `1Gi`,
 * `1e3` stays in its form. Text that is no quantity is returned as it is.
 *
 * Source: k8s.io/apimachinery pkg/api/resource, Quantity.CanonicalizeBytes.
 */
export function canonicalQuantity(value: Json): Json {
  const quantity = parseQuantity(value);
  if (!quantity) return value;
  if (quantity.digits === 0n) return '0';
  const text = String(value);
  if (text.endsWith('i')) {
    const written = binary(quantity);
    if (written !== undefined) return written;
  }
  const [digits, exponent] = inThousands(quantity);
  if (/[eE][+-]?\d/.test(text)) {
    return exponent === 0 ? `${digits}` : `${digits}e${exponent}`;
  }
  const suffix = DECIMAL[exponent];
  return suffix === undefined ? value : `${digits}${suffix}`;
}
