import { getKey, isList, isObject, Json } from './json';
import { FieldPath, PathStep } from './path';
import { sameJson } from './sameJson';

type ItemStep = Extract<PathStep, { type: 'item' }>;

function sameKeyValue(left: Json, right: Json): boolean {
  return (
    (typeof left !== 'object' &&
      typeof right !== 'object' &&
      String(left) === String(right)) ||
    sameJson(left, right)
  );
}

function fits(item: Json, step: ItemStep, missingFits: boolean): boolean {
  if (!isObject(item)) return false;
  let present = 0;
  for (const [name, wanted] of step.keys) {
    const value = getKey(item, name);
    if (value === undefined) {
      if (!missingFits) return false;
    } else if (sameKeyValue(value, wanted)) present++;
    else return false;
  }
  return present > 0;
}

/**
 * The position of a list's item that a step names, or -1. An item that has all
 * key fields is preferred to one that leaves some to their default.
 */
export function indexOfStep(list: readonly Json[], step: PathStep): number {
  switch (step.type) {
    case 'index':
      return step.index < list.length ? step.index : -1;
    case 'member':
      return list.findIndex(member => sameJson(member, step.value));
    case 'item': {
      const exact = list.findIndex(item => fits(item, step, false));
      if (exact >= 0 || step.keys.length < 2) return exact;
      return list.findIndex(item => fits(item, step, true));
    }
    default:
      return -1;
  }
}

/** The value one step below a value; undefined where there is none. */
export function getStep(
  value: Json | undefined,
  step: PathStep,
): Json | undefined {
  if (step.type === 'key') return getKey(value, step.key);
  if (!isList(value)) return undefined;
  const index = indexOfStep(value, step);
  return index < 0 ? undefined : value[index];
}

/** The value at a path of an object; undefined where there is none. */
export function getAt(
  value: Json | undefined,
  path: FieldPath,
): Json | undefined {
  let current = value;
  for (const step of path) {
    current = getStep(current, step);
    if (current === undefined) return undefined;
  }
  return current;
}
