import { Environment } from '@marcbachmann/cel-js';
import { parseQuantity } from '../../fields';

/** A Kubernetes quantity as a value of CEL: `digits * 10^exponent`. */
class CelQuantity {
  readonly digits: bigint;
  readonly exponent: number;

  constructor(digits: bigint, exponent: number) {
    this.digits = digits;
    this.exponent = exponent;
  }
}

/** Powers of ten beyond this are nobody's storage. */
const FARTHEST = 1_000;

function read(text: string): CelQuantity {
  const quantity = parseQuantity(text);
  if (!quantity || Math.abs(quantity.exponent) > FARTHEST) {
    throw new Error(`${text} is not a quantity`);
  }
  return new CelQuantity(quantity.digits, quantity.exponent);
}

/** Both by the smaller of their exponents. */
function aligned(a: CelQuantity, b: CelQuantity): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = (item: CelQuantity) =>
    item.digits * 10n ** BigInt(item.exponent - exponent);
  return [scale(a), scale(b), exponent];
}

function compare(a: CelQuantity, b: CelQuantity): bigint {
  const [left, right] = aligned(a, b);
  if (left === right) return 0n;
  return left < right ? -1n : 1n;
}

function sum(a: CelQuantity, b: CelQuantity): CelQuantity {
  const [left, right, exponent] = aligned(a, b);
  return new CelQuantity(left + right, exponent);
}

function negative({ digits, exponent }: CelQuantity): CelQuantity {
  return new CelQuantity(-digits, exponent);
}

function whole({ digits, exponent }: CelQuantity): bigint {
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const unit = 10n ** BigInt(-exponent);
  if (digits % unit !== 0n) throw new Error('the quantity is not whole');
  return digits / unit;
}

/** Source: k8s.io/apiserver pkg/cel/library/quantity.go. */
export function addQuantities(environment: Environment): void {
  const of = (number: bigint) => new CelQuantity(number, 0);
  environment
    .registerType('Quantity', CelQuantity)
    .registerFunction('quantity(string): Quantity', read)
    .registerFunction(
      'isQuantity(string): bool',
      (text: string) => parseQuantity(text) !== undefined,
    )
    .registerFunction('Quantity.compareTo(Quantity): int', compare)
    .registerFunction(
      'Quantity.isGreaterThan(Quantity): bool',
      (a: CelQuantity, b: CelQuantity) => compare(a, b) > 0n,
    )
    .registerFunction(
      'Quantity.isLessThan(Quantity): bool',
      (a: CelQuantity, b: CelQuantity) => compare(a, b) < 0n,
    )
    .registerFunction('Quantity.add(Quantity): Quantity', sum)
    .registerFunction(
      'Quantity.add(int): Quantity',
      (a: CelQuantity, b: bigint) => sum(a, of(b)),
    )
    .registerFunction(
      'Quantity.sub(Quantity): Quantity',
      (a: CelQuantity, b: CelQuantity) => sum(a, negative(b)),
    )
    .registerFunction(
      'Quantity.sub(int): Quantity',
      (a: CelQuantity, b: bigint) => sum(a, of(-b)),
    )
    .registerFunction('Quantity.sign(): int', (a: CelQuantity) =>
      compare(a, of(0n)),
    )
    .registerFunction('Quantity.asInteger(): int', whole)
    .registerFunction(
      'Quantity.isInteger(): bool',
      ({ digits, exponent }: CelQuantity) =>
        exponent >= 0 || digits % 10n ** BigInt(-exponent) === 0n,
    )
    .registerFunction(
      'Quantity.asApproximateFloat(): double',
      ({ digits, exponent }: CelQuantity) => Number(`${digits}e${exponent}`),
    );
}
