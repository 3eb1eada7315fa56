import { getKey, isList, Json, JsonObject } from '../../fields';
import { goText, mergeMaps } from '../goTemplate';
import { GeneratorContext, GeneratorFailure, Parameters } from './types';

/** Runs a generator inside of another one. */
export type RunChild = (child: Json, outer: Parameters) => Parameters[];

function children(spec: Json): readonly Json[] {
  const list = getKey(spec, 'generators');
  return isList(list) ? list : [];
}

function asText(parameters: Parameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [key, goText(value)]),
  );
}

function combined(
  context: GeneratorContext,
  outer: Parameters,
  inner: Parameters,
): Parameters {
  if (context.goTemplate) return mergeMaps(outer, inner, false);
  const first = asText(outer);
  const second = asText(inner);
  for (const [key, value] of Object.entries(second)) {
    if (Object.hasOwn(first, key) && first[key] !== value) {
      throw new GeneratorFailure(
        `both generators of the matrix give ${key}: ${first[key]} and ${value}`,
      );
    }
  }
  return { ...first, ...second };
}

/**
 * Every combination of exactly two generators, the first outside. The second
 * is filled with the parameters of the first before it runs.
 */
export function matrixParameters(
  context: GeneratorContext,
  spec: Json,
  run: RunChild,
): Parameters[] {
  const [outer, inner, ...more] = children(spec);
  if (outer === undefined || inner === undefined || more.length > 0) {
    throw new GeneratorFailure('a matrix takes exactly two generators');
  }
  return run(outer, {}).flatMap(first =>
    run(inner, first).map(second => combined(context, first, second)),
  );
}

function keyOf(parameters: Parameters, names: readonly string[]): string {
  const values = names.map(name => getKey(parameters, name) ?? null);
  return JSON.stringify(values, (_key, value) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}

function byKey(
  sets: readonly Parameters[],
  names: readonly string[],
): Map<string, Parameters> {
  const found = new Map<string, Parameters>();
  for (const parameters of sets) {
    const key = keyOf(parameters, names);
    if (found.has(key)) {
      throw new GeneratorFailure(
        `two sets of parameters of one generator have the merge key ${key}`,
      );
    }
    found.set(key, parameters);
  }
  return found;
}

function overridden(
  context: GeneratorContext,
  base: Parameters,
  over: JsonObject,
): Parameters {
  return context.goTemplate
    ? mergeMaps(base, over, true)
    : { ...asText(base), ...asText(over) };
}

/**
 * The sets of the first generator, overridden by those of the others that
 * have the same merge keys. Sets that match nothing are dropped.
 */
export function mergeParameters(
  context: GeneratorContext,
  spec: Json,
  run: RunChild,
): Parameters[] {
  const generators = children(spec);
  if (generators.length < 2) {
    throw new GeneratorFailure('a merge takes two generators or more');
  }
  const written = getKey(spec, 'mergeKeys');
  const names = isList(written) ? written.map(goText) : [];
  if (names.length === 0) throw new GeneratorFailure('a merge needs mergeKeys');
  const [base, ...others] = generators.map(child => run(child, {}));
  const merged = byKey(base, names);
  for (const sets of others) {
    for (const [key, over] of byKey(sets, names)) {
      const found = merged.get(key);
      if (found) merged.set(key, overridden(context, found, over));
    }
  }
  return [...merged.values()];
}
