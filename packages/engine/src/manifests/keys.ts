import { Json } from '../fields';
import { resolveNumber, resolvePlain } from './scalars';

const MAX_KEY = 2n ** 63n;

/** The shortest digits that are the same number in 32 bits. */
function shortest(value: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toExponential(8);
}

/**
 * A floating point number as a key: in 32 bits and in the `%g` format of Go,
 * whatever was written. Source: convertToJSONableObject of sigs.k8s.io/yaml.
 */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single < 0 ? '-.inf' : '.inf';
  if (Object.is(single, -0)) return '-0';
  const [digits, exponent] = shortest(single).split('e').map(String);
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(`${digits}e${power}`));
  const sign = power < 0 ? '-' : '+';
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}

const NOT_FINITE: ReadonlyMap<string, number> = new Map(
  ['.inf', '.Inf', '.INF'].flatMap(word => [
    [word, Infinity],
    [`+${word}`, Infinity],
    [`-${word}`, -Infinity],
  ]),
);

/** A value as a key of JSON; undefined if it is none. */
export function keyOfValue(value: Json): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
      return value < MAX_KEY ? String(value) : undefined;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

/**
 * A plain scalar as a key of JSON: `on` is true for go-yaml, so the key is
 * "true". Undefined for null, which is none.
 */
export function keyOfPlain(text: string): string | undefined {
  const infinite = NOT_FINITE.get(text);
  if (infinite !== undefined) return floatKey(infinite);
  const value = resolvePlain(text);
  if (value === undefined) return floatKey(NaN);
  const float = typeof value === 'number' && resolveNumber(text)?.float;
  return float ? floatKey(value) : keyOfValue(value);
}
