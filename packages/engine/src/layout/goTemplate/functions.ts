import { TemplateError } from './errors';
import { GoList, GoMap, typeName, Value } from './values';

/**
 * What a parameter takes. `any` is Go's empty interface, for which nothing is
 * nil; `value` tells nothing from nil as text/template's own functions do.
 */
export type Parameter =
  | 'any'
  | 'value'
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'map'
  | 'time';

/** A function of the template language with the types Go checks for it. */
export interface TemplateFunction {
  readonly parameters: readonly Parameter[];
  /** The type of any number of arguments after those. */
  readonly rest?: Parameter;
  readonly call: (...args: never[]) => Value;
}

export type Functions = Readonly<Record<string, TemplateFunction>>;

interface Types {
  any: Value;
  value: Value;
  string: string;
  int: number;
  float: number;
  bool: boolean;
  map: GoMap;
  time: Value;
}

type Arguments<P extends readonly Parameter[]> = {
  [I in keyof P]: Types[P[I]];
};

/** A function with a fixed number of parameters. */
export function fixed<const P extends readonly Parameter[]>(
  parameters: P,
  call: (...args: Arguments<P>) => Value,
): TemplateFunction {
  return { parameters, call: call as unknown as TemplateFunction['call'] };
}

/** A function that takes any number of further arguments, as a list. */
export function variadic<
  const P extends readonly Parameter[],
  R extends Parameter,
>(
  parameters: P,
  rest: R,
  call: (...args: [...Arguments<P>, Types[R][]]) => Value,
): TemplateFunction {
  const fixedCount = parameters.length;
  return {
    parameters,
    rest,
    call: ((...args: unknown[]) =>
      (call as (...all: unknown[]) => Value)(
        ...args.slice(0, fixedCount),
        args.slice(fixedCount),
      )) as TemplateFunction['call'],
  };
}

const TYPES: Readonly<Record<Parameter, string>> = {
  any: 'interface {}',
  value: 'reflect.Value',
  string: 'string',
  int: 'int',
  float: 'float64',
  bool: 'bool',
  map: 'map[string]interface {}',
  time: 'time.Time',
};

function fits(parameter: Parameter, value: Value): boolean {
  switch (parameter) {
    case 'any':
    case 'value':
      return true;
    case 'int':
      return typeof value === 'bigint';
    case 'float':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    default:
      return typeName(value) === TYPES[parameter];
  }
}

/**
 * A value as an argument of the parameter's type. Only what is of the type
 * will do: an int64 is no int, and a map of strings no map of anything.
 */
export function asArgument(parameter: Parameter, value: Value): unknown {
  if (parameter === 'any') return value ?? null;
  if (parameter === 'map' && value === undefined) {
    return new GoMap(new Map(), 'interface {}', true);
  }
  if (!fits(parameter, value)) {
    throw new TemplateError(
      `wrong type for value; expected ${TYPES[parameter]}; got ${typeName(
        value,
      )}`,
    );
  }
  return typeof value === 'bigint' && parameter === 'int'
    ? Number(value)
    : value;
}

/** The parameter at a position; undefined beyond the last. */
export function parameterAt(
  { parameters, rest }: TemplateFunction,
  index: number,
): Parameter | undefined {
  return parameters[index] ?? rest;
}

/** Throws unless the function takes this many arguments. */
export function checkCount(
  name: string,
  { parameters, rest }: TemplateFunction,
  count: number,
): void {
  const enough = rest
    ? count >= parameters.length
    : count === parameters.length;
  if (!enough) {
    throw new TemplateError(
      `wrong number of args for ${name}: want ${parameters.length} got ${count}`,
    );
  }
}

/** The items of a slice of any type; other values fail, as in sprig. */
export function itemsOf(value: Value): Value[] {
  if (value instanceof GoList) return value.items;
  throw new TemplateError(`no list, but ${typeName(value)}`);
}
