import { TemplateError } from './errors';

/** Digits that a division keeps behind the point. */
const DIVISION_DIGITS = 16;

/** A decimal number, exact as sprig's float arithmetic: digits * 10^power. */
export class Decimal {
  private constructor(
    private readonly digits: bigint,
    private readonly power: number,
  ) {}

  /** The shortest decimal that stands for a float. */
  static of(value: number): Decimal {
    if (!Number.isFinite(value)) {
      throw new TemplateError(`cannot create a decimal from ${value}`);
    }
    const [mantissa, exponent] = value.toExponential().split('e');
    const [whole, fraction = ''] = mantissa.split('.');
    return new Decimal(
      BigInt(whole + fraction),
      Number(exponent) - fraction.length,
    );
  }

  #at(power: number): bigint {
    return this.digits * 10n ** BigInt(this.power - power);
  }

  plus(other: Decimal): Decimal {
    const power = Math.min(this.power, other.power);
    return new Decimal(this.#at(power) + other.#at(power), power);
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.digits, other.power));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.digits * other.digits, this.power + other.power);
  }

  /** Rounded half away from zero to 16 digits behind the point. */
  over(other: Decimal): Decimal {
    if (other.digits === 0n) throw new TemplateError('decimal division by 0');
    const scale = this.power - other.power + DIVISION_DIGITS;
    let left = this.digits;
    let right = other.digits;
    if (scale >= 0) left *= 10n ** BigInt(scale);
    else right *= 10n ** BigInt(-scale);
    let quotient = left / right;
    const rest = left % right;
    const twice = rest < 0n ? -rest * 2n : rest * 2n;
    if (twice >= (right < 0n ? -right : right)) {
      quotient += left < 0n === right < 0n ? 1n : -1n;
    }
    return new Decimal(quotient, -DIVISION_DIGITS);
  }

  toNumber(): number {
    return Number(`${this.digits}e${this.power}`);
  }
}
