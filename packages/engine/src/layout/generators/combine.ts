import { getKey, isList, Json } from '../../fields';
import {
  copyOfMap,
  GoMap,
  goText,
  mergeInto,
  Value,
  writeJson,
} from '../goTemplate';
import {
  checkCount,
  GeneratorContext,
  GeneratorFailure,
  Parameters,
} from './types';

/** Runs a generator inside of another one. */
export type RunChild = (child: Json, outer: Parameters) => Parameters[];

const NOTHING = new GoMap(new Map());

function children(spec: Json): readonly Json[] {
  const list = getKey(spec, 'generators');
  return isList(list) ? list : [];
}

function combined(
  context: GeneratorContext,
  outer: Parameters,
  inner: Parameters,
): Parameters {
  const all = new GoMap(new Map<string, Value>());
  if (context.goTemplate) {
    mergeInto(all, copyOfMap(inner), true);
    mergeInto(all, outer, true);
    return all;
  }
  for (const { entries } of [outer, inner]) {
    for (const [key, value] of entries) {
      const text = goText(value);
      const known = all.entries.get(key);
      if (known !== undefined && known !== text) {
        throw new GeneratorFailure(
          `both generators of the matrix give ${key}: ${known} and ${text}`,
        );
      }
      all.entries.set(key, text);
    }
  }
  return all;
}

function usesTemplates(value: Json): boolean {
  return JSON.stringify(value, (_key, item) =>
    typeof item === 'bigint' ? String(item) : item,
  ).includes('{{');
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
  const firsts = run(outer, NOTHING);
  if (firsts.length === 0) return [];
  // Without a placeholder in it the second gives the same every time.
  const same = usesTemplates(inner) ? undefined : run(inner, firsts[0]);
  const all: Parameters[] = [];
  for (const first of firsts) {
    const seconds = same ?? run(inner, first);
    checkCount(all.length + seconds.length);
    for (const second of seconds) all.push(combined(context, first, second));
  }
  return all;
}

function byKey(
  sets: readonly Parameters[],
  names: readonly string[],
): Map<string, Parameters> {
  const found = new Map<string, Parameters>();
  for (const parameters of sets) {
    const values = names.map(
      name => [name, parameters.entries.get(name)] as const,
    );
    const key = writeJson(new GoMap(new Map(values)));
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
  over: Parameters,
): Parameters {
  if (!context.goTemplate) {
    return new GoMap(new Map([...base.entries, ...over.entries]));
  }
  const merged = copyOfMap(base);
  mergeInto(merged, copyOfMap(over), true);
  return merged;
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
  const names = isList(written) ? written.map(String) : [];
  const [base, ...others] = generators.map(child => run(child, NOTHING));
  if (names.length === 0) throw new GeneratorFailure('a merge needs mergeKeys');
  const merged = byKey(base, names);
  for (const sets of others) {
    for (const [key, over] of byKey(sets, names)) {
      const found = merged.get(key);
      if (found) merged.set(key, overridden(context, found, over));
    }
  }
  return [...merged.values()];
}
