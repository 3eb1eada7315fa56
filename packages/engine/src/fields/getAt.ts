import { getKey, isList, isObject, Json } from './json';
import { FieldType } from './kinds';
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

/** What a key field that an item leaves out stands for. */
type KeyDefaults = Readonly<Record<string, Json>>;

function fits(
  item: Json,
  step: ItemStep,
  defaults: KeyDefaults | 'anything' | undefined,
): boolean {
  if (!isObject(item)) return false;
  let present = 0;
  for (const [name, wanted] of step.keys) {
    const value = getKey(item, name);
    const isFilled = value === '' && getKey(defaults, name) !== undefined;
    if (value !== undefined && !isFilled) {
      if (!sameKeyValue(value, wanted)) return false;
      present++;
    } else if (defaults !== 'anything') {
      const filled = getKey(defaults, name);
      if (filled === undefined || !sameKeyValue(filled, wanted)) return false;
    }
  }
  return present > 0;
}

/**
 * The position of a list's item that a step names, or -1. An item that has all
 * key fields is preferred to one that leaves some to their default; without a
 * type any value is taken for the default.
 */
export function indexOfStep(
  list: readonly Json[],
  step: PathStep,
  type?: FieldType,
): number {
  switch (step.type) {
    case 'index':
      return step.index < list.length ? step.index : -1;
    case 'member':
      return list.findIndex(member => sameJson(member, step.value));
    case 'item': {
      const exact = list.findIndex(item => fits(item, step, undefined));
      if (exact >= 0 || step.keys.length < 2) return exact;
      const kind = type?.list;
      const defaults = kind?.type === 'keyed' ? kind.keyDefaults : 'anything';
      return list.findIndex(item => fits(item, step, defaults));
    }
    default:
      return -1;
  }
}

/** The value one step below a value; undefined where there is none. */
export function getStep(
  value: Json | undefined,
  step: PathStep,
  type?: FieldType,
): Json | undefined {
  if (step.type === 'key') return getKey(value, step.key);
  if (!isList(value)) return undefined;
  const index = indexOfStep(value, step, type);
  return index < 0 ? undefined : value[index];
}

/**
 * The value at a path of an object; undefined where there is none. The
 * object's type tells what key fields of items stand for that are left out.
 */
export function getAt(
  value: Json | undefined,
  path: FieldPath,
  type?: FieldType,
): Json | undefined {
  let current = value;
  let at = type;
  for (const step of path) {
    current = getStep(current, step, at);
    if (current === undefined) return undefined;
    at = step.type === 'key' ? at?.field(step.key) : at?.item;
  }
  return current;
}
