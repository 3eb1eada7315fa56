import { TemplateError } from './errors';
import { fixed, Functions, variadic } from './functions';
import { castFloat, castInt } from './values';

function whole(
  start: bigint,
  combine: (a: bigint, b: bigint) => bigint,
): Functions[string] {
  return variadic([], 'any', values =>
    values.map(castInt).reduce(combine, start),
  );
}

function divide(a: bigint, b: bigint, remainder: boolean): bigint {
  if (b === 0n) throw new TemplateError('integer divide by zero');
  return remainder ? a % b : a / b;
}

function round(value: number, digits: number, half: number): number {
  const power = 10 ** digits;
  const scaled = value * power;
  const fraction = scaled - Math.trunc(scaled);
  const rounded = fraction >= half ? Math.ceil(scaled) : Math.floor(scaled);
  return rounded / power;
}

/** sprig's functions for numbers. */
export const NUMBERS: Functions = {
  add: whole(0n, (a, b) => a + b),
  add1: fixed(['any'], value => castInt(value) + 1n),
  addf: variadic([], 'any', values =>
    values.map(castFloat).reduce((a, b) => a + b, 0),
  ),
  atoi: fixed(['string'], castInt),
  ceil: fixed(['any'], value => Math.ceil(castFloat(value))),
  div: fixed(['any', 'any'], (a, b) => divide(castInt(a), castInt(b), false)),
  float64: fixed(['any'], castFloat),
  floor: fixed(['any'], value => Math.floor(castFloat(value))),
  int: fixed(['any'], castInt),
  int64: fixed(['any'], castInt),
  mod: fixed(['any', 'any'], (a, b) => divide(castInt(a), castInt(b), true)),
  mul: variadic(['any'], 'any', (first, others) =>
    others.map(castInt).reduce((a, b) => a * b, castInt(first)),
  ),
  round: variadic(['any', 'int'], 'any', (value, digits, half) =>
    round(castFloat(value), digits, half.length > 0 ? castFloat(half[0]) : 0.5),
  ),
  sub: fixed(['any', 'any'], (a, b) => castInt(a) - castInt(b)),
};
