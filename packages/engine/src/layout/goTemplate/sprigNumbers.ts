import { castFloat, castInt } from './casts';
import { Decimal } from './decimal';
import { TemplateError, UnsupportedTemplate } from './errors';
import { goText } from './format';
import { fixed, Functions, variadic } from './functions';
import { GoList, int64, Value } from './values';

const MAX_ITEMS = 10_000;

function wrapped(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

function divide(a: bigint, b: bigint, remainder: boolean): Value {
  if (b === 0n) throw new TemplateError('integer divide by zero');
  return int64(remainder ? a % b : a / b);
}

/** Half is rounded up, also below zero, as sprig has it. */
function round(value: number, digits: number, half: number): number {
  const power = Number(`1e${digits}`);
  const scaled = value * power;
  const fraction = scaled - Math.trunc(scaled);
  const rounded = fraction >= half ? Math.ceil(scaled) : Math.floor(scaled);
  return rounded / power;
}

function range(start: number, stop: number, step: number): bigint[] {
  const items: bigint[] = [];
  const down = stop < start;
  if (down ? step >= 0 : step <= 0) return items;
  if (Math.abs((stop - start) / step) > MAX_ITEMS) {
    throw new UnsupportedTemplate('a list gets too long');
  }
  for (let i = start; down ? i > stop : i < stop; i += step) {
    items.push(BigInt(i));
  }
  return items;
}

function integers(items: bigint[]): GoList {
  return new GoList(items, 'int');
}

/** Numbers as the command seq writes them: [first [step]] last. */
function sequence(given: readonly number[]): string {
  if (given.length === 0 || given.length > 3) return '';
  const start = given.length > 1 ? given[0] : 1;
  const stop = given[given.length - 1];
  const direction = stop < start ? -1 : 1;
  const step = given.length === 3 ? given[1] : direction;
  if (given.length === 3 && direction < 0 && step > 0) return '';
  return range(start, stop + direction, step).join(' ');
}

/** strconv.Atoi without its error. */
function atoi(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) return 0n;
  const value = BigInt(text.replace('+', ''));
  const beyond = 2n ** 63n;
  if (value >= beyond) return beyond - 1n;
  return value < -beyond ? -beyond : value;
}

/** sprig's toDecimal: digits of base 8. */
function octal(value: Value): Value {
  const text = goText(value);
  if (!/^[+-]?[0-7]+$/.test(text)) return int64(0n);
  const negative = text.startsWith('-');
  const digits = BigInt(`0o${text.replace(/^[+-]/, '')}`);
  const number = negative ? -digits : digits;
  const fits = wrapped(number) === number;
  return int64(fits ? number : 0n);
}

function decimals(
  combine: (a: Decimal, b: Decimal) => Decimal,
  first: Value,
  others: readonly Value[],
): number {
  return others
    .reduce<Decimal>(
      (sum, value) => combine(sum, Decimal.of(castFloat(value))),
      Decimal.of(castFloat(first)),
    )
    .toNumber();
}

function most(better: (a: bigint, b: bigint) => boolean) {
  return variadic(['any'], 'any', (first, others) =>
    int64(
      others
        .map(castInt)
        .reduce((a, b) => (better(b, a) ? b : a), castInt(first)),
    ),
  );
}

const max = most((a, b) => a > b);

/** sprig's functions for numbers. */
export const NUMBERS: Functions = {
  add: variadic([], 'any', values =>
    int64(values.map(castInt).reduce((a, b) => a + b, 0n)),
  ),
  add1: fixed(['any'], value => int64(castInt(value) + 1n)),
  add1f: fixed(['any'], value => decimals((a, b) => a.plus(b), value, [1n])),
  addf: variadic([], 'any', values => decimals((a, b) => a.plus(b), 0, values)),
  atoi: fixed(['string'], atoi),
  biggest: max,
  ceil: fixed(['any'], value => Math.ceil(castFloat(value))),
  div: fixed(['any', 'any'], (a, b) => divide(castInt(a), castInt(b), false)),
  divf: variadic(['any'], 'any', (first, others) =>
    decimals((a, b) => a.over(b), first, others),
  ),
  float64: fixed(['any'], castFloat),
  floor: fixed(['any'], value => Math.floor(castFloat(value))),
  int: fixed(['any'], castInt),
  int64: fixed(['any'], value => int64(castInt(value))),
  max,
  maxf: variadic(['any'], 'any', (first, others) =>
    Math.max(castFloat(first), ...others.map(castFloat)),
  ),
  min: most((a, b) => a < b),
  minf: variadic(['any'], 'any', (first, others) =>
    Math.min(castFloat(first), ...others.map(castFloat)),
  ),
  mod: fixed(['any', 'any'], (a, b) => divide(castInt(a), castInt(b), true)),
  mul: variadic(['any'], 'any', (first, others) =>
    int64(others.map(castInt).reduce((a, b) => wrapped(a * b), castInt(first))),
  ),
  mulf: variadic(['any'], 'any', (first, others) =>
    decimals((a, b) => a.times(b), first, others),
  ),
  round: variadic(['any', 'int'], 'float', (value, digits, half) =>
    round(castFloat(value), digits, half.length > 0 ? half[0] : 0.5),
  ),
  seq: variadic([], 'int', sequence),
  sub: fixed(['any', 'any'], (a, b) => int64(castInt(a) - castInt(b))),
  subf: variadic(['any'], 'any', (first, others) =>
    decimals((a, b) => a.minus(b), first, others),
  ),
  toDecimal: fixed(['any'], octal),
  until: fixed(['int'], count => integers(range(0, count, count < 0 ? -1 : 1))),
  untilStep: fixed(['int', 'int', 'int'], (start, stop, step) =>
    integers(range(start, stop, step)),
  ),
};
