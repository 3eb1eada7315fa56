import { isList, isObject, Json } from '../../fields';
import { TemplateError } from './errors';

/** Undefined is a value that is not there, which Go tells from nil. */
export type Value = Json | undefined;

/**
 * A float as Go's `%v` prints it: the shortest digits, with an exponent from
 * 1e+06 on and below 1e-04.
 */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  const sign = power < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A value as `%v` prints it inside another one. */
function innerText(value: Value): string {
  if (value === null || value === undefined) return '<nil>';
  return goText(value);
}

/** A value as `%v` prints it. */
export function goText(value: Value): string {
  if (value === undefined || value === null) return '<nil>';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return floatText(value);
  if (isList(value)) return `[${value.map(innerText).join(' ')}]`;
  if (isObject(value)) {
    const pairs = Object.keys(value)
      .sort()
      .map(key => `${key}:${innerText(value[key])}`);
    return `map[${pairs.join(' ')}]`;
  }
  return String(value);
}

/** A value as an action writes it. */
export function printed(value: Value): string {
  return value === undefined || value === null ? '<no value>' : goText(value);
}

/** The truth of a value: not empty and not zero. */
export function isTrue(value: Value): boolean {
  if (value === undefined || value === null) return false;
  if (isList(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** The name of a value's type in Go, for messages. */
export function typeName(value: Value): string {
  if (value === undefined || value === null) return 'nil';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return 'float64';
    case 'bigint':
      return 'int';
    default:
      return isList(value) ? '[]interface {}' : 'map[string]interface {}';
  }
}

/** An integer argument; only an integer will do, as in Go. */
export function toInt(value: Value): number {
  if (typeof value === 'bigint') return Number(value);
  throw new TemplateError(
    `wrong type for value; expected int; got ${typeName(value)}`,
  );
}

/** Go's loose conversion to an integer, as sprig's arithmetic does. */
export function castInt(value: Value): bigint {
  switch (typeof value) {
    case 'bigint':
      return value;
    case 'number':
      return BigInt(Math.trunc(Number.isFinite(value) ? value : 0));
    case 'boolean':
      return value ? 1n : 0n;
    case 'string':
      return /^[+-]?\d+$/.test(value) ? BigInt(value.replace('+', '')) : 0n;
    default:
      return 0n;
  }
}

/** Go's loose conversion to a float. */
export function castFloat(value: Value): number {
  if (typeof value === 'string') {
    const number = Number(value);
    return value.trim() === '' || Number.isNaN(number) ? 0 : number;
  }
  if (typeof value === 'number') return value;
  return Number(castInt(value));
}
