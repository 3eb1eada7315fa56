import { parseFloatLiteral, parseInteger } from './literals';
import { GoInteger, Value } from './values';

const MAX = 2n ** 63n;

function inRange(value: bigint): boolean {
  return value >= -MAX && value < MAX;
}

/** `5.000` as `5`, as spf13/cast does before it reads an integer. */
function withoutZeros(text: string): string {
  return text.replace(/\.0+$/, '');
}

/** sprig's loose conversion to an integer of 64 bits; 0 if there is none. */
export function castInt(value: Value): bigint {
  if (value instanceof GoInteger) return BigInt.asIntN(64, value.value);
  switch (typeof value) {
    case 'bigint':
      return value;
    case 'number': {
      if (!Number.isFinite(value)) return -MAX;
      const whole = BigInt(Math.trunc(value));
      return inRange(whole) ? whole : -MAX;
    }
    case 'boolean':
      return value ? 1n : 0n;
    case 'string': {
      const parsed = parseInteger(withoutZeros(value));
      return parsed !== undefined && inRange(parsed) ? parsed : 0n;
    }
    default:
      return 0n;
  }
}

const SPECIAL = /^([+-])?(inf|infinity|nan)$/i;

/** Text as Go's ParseFloat reads it; undefined if it does not. */
function parseFloat64(text: string): number | undefined {
  const special = SPECIAL.exec(text);
  if (!special) return parseFloatLiteral(text);
  if (special[2].toLowerCase() === 'nan') {
    return special[1] ? undefined : NaN;
  }
  return special[1] === '-' ? -Infinity : Infinity;
}

/** sprig's loose conversion to a float; 0 if there is none. */
export function castFloat(value: Value): number {
  if (typeof value === 'string') return parseFloat64(value) ?? 0;
  if (typeof value === 'number') return value;
  return Number(castInt(value));
}
