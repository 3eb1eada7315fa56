import { JsonValue } from '@backstage/types';
import { isMap } from '../objects';
import { FieldType, itemStep } from '../types/FieldType';
import { FieldSet } from './FieldSet';

function mapSet(value: JsonValue, type: FieldType): FieldSet {
  if (!isMap(value)) return FieldSet.EMPTY;
  const children: [string, FieldSet][] = [];
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) continue;
    const own =
      child === null ||
      (isMap(child) && Object.keys(child).length === 0) ||
      !type.declares(key);
    const below = toFieldSet(child, type.field(key));
    children.push([`f:${key}`, own ? below.union(FieldSet.LEAF) : below]);
  }
  return FieldSet.of(false, children);
}

/**
 * The fields that a configuration speaks of: what server-side apply makes its
 * manager own.
 */
export function toFieldSet(value: JsonValue, type: FieldType): FieldSet {
  if (Array.isArray(value)) {
    if (type.list.type === 'atomic') return FieldSet.LEAF;
    const children = new Map<string, FieldSet>();
    for (const item of value) {
      const step = itemStep(type.list, item);
      if (step === undefined) continue;
      const below = toFieldSet(item, type.items).union(FieldSet.LEAF);
      children.set(step, below.union(children.get(step) ?? FieldSet.EMPTY));
    }
    return FieldSet.of(false, children);
  }
  if (isMap(value)) {
    return type.atomicMap ? FieldSet.LEAF : mapSet(value, type);
  }
  return FieldSet.LEAF;
}

/**
 * The set with every container that is a declared field made a member, so that
 * a field goes with all it holds when nobody owns anything in it.
 */
export function withContainers(set: FieldSet, type: FieldType): FieldSet {
  const children: [string, FieldSet][] = [];
  for (const [step, child] of set.children) {
    if (step.startsWith('f:')) {
      const key = step.slice(2);
      const below = withContainers(child, type.field(key));
      children.push([
        step,
        type.declares(key) ? below.union(FieldSet.LEAF) : below,
      ]);
    } else {
      children.push([step, withContainers(child, type.items)]);
    }
  }
  return FieldSet.of(set.member, children);
}
