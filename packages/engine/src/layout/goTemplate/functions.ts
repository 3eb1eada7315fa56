import { isList, isObject, Json, JsonObject } from '../../fields';
import { TemplateError } from './errors';
import { toInt, typeName, Value } from './values';

/** What a parameter takes; `any` also takes nothing. */
export type Parameter = 'any' | 'string' | 'int' | 'bool' | 'list' | 'dict';

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
  string: string;
  int: number;
  bool: boolean;
  list: readonly Json[];
  dict: JsonObject;
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

function checked(parameter: Parameter, value: Value): unknown {
  const fits = {
    any: true,
    string: typeof value === 'string',
    int: true,
    bool: typeof value === 'boolean',
    list: isList(value),
    dict: isObject(value),
  }[parameter];
  if (parameter === 'int') return toInt(value);
  if (fits) return value;
  throw new TemplateError(
    `wrong type for value; expected ${parameter}; got ${typeName(value)}`,
  );
}

/** Calls a function, after checking number and types of the arguments. */
export function callFunction(
  name: string,
  fn: TemplateFunction,
  args: readonly Value[],
): Value {
  const { parameters, rest, call } = fn;
  const enough = rest
    ? args.length >= parameters.length
    : args.length === parameters.length;
  if (!enough) {
    throw new TemplateError(
      `wrong number of args for ${name}: want ${parameters.length} got ${args.length}`,
    );
  }
  const typed = args.map((value, index) =>
    checked(parameters[index] ?? rest ?? 'any', value),
  );
  return call(...(typed as never[]));
}
