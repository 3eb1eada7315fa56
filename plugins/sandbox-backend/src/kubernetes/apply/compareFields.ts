import { JsonValue } from '@backstage/types';
import { isMap, sameJson } from '../objects';
import { FieldType, itemStep } from '../types/FieldType';
import { FieldSet } from './FieldSet';

/** Which fields one version of an object has, lacks or has otherwise. */
export interface Comparison {
  readonly added: FieldSet;
  readonly modified: FieldSet;
  readonly removed: FieldSet;
}

type Side = JsonValue | undefined;

const NOTHING: Comparison = {
  added: FieldSet.EMPTY,
  modified: FieldSet.EMPTY,
  removed: FieldSet.EMPTY,
};

function leaf(left: Side, right: Side): Comparison {
  if (left === undefined) return { ...NOTHING, added: FieldSet.LEAF };
  if (right === undefined) return { ...NOTHING, removed: FieldSet.LEAF };
  return sameJson(left, right)
    ? NOTHING
    : { ...NOTHING, modified: FieldSet.LEAF };
}

function emptyContainer(value: Side): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}

function asMap(value: Side, type: FieldType): Map<string, [Side, FieldType]> {
  const steps = new Map<string, [Side, FieldType]>();
  if (Array.isArray(value)) {
    for (const item of value) {
      const step = itemStep(type.list, item);
      if (step !== undefined) steps.set(step, [item, type.items]);
    }
  } else if (isMap(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (child !== undefined) steps.set(`f:${key}`, [child, type.field(key)]);
    }
  }
  return steps;
}

function isLeaf(left: Side, right: Side, type: FieldType): boolean {
  const containers = [left, right].filter(
    side => isMap(side) || Array.isArray(side),
  );
  if (containers.length === 0) return true;
  if (emptyContainer(left) && emptyContainer(right)) return true;
  const lists = containers.filter(Array.isArray).length;
  if (lists > 0 && lists < containers.length) return true;
  if (lists > 0) return type.list.type === 'atomic';
  return type.atomicMap;
}

/** Compares two values by fields, atomic lists and mappings as one. */
export function compareFields(
  left: Side,
  right: Side,
  type: FieldType,
): Comparison {
  if (isLeaf(left, right, type)) return leaf(left, right);
  const lefts = asMap(left, type);
  const rights = asMap(right, type);
  const added: [string, FieldSet][] = [];
  const modified: [string, FieldSet][] = [];
  const removed: [string, FieldSet][] = [];
  for (const step of new Set([...lefts.keys(), ...rights.keys()])) {
    const [mine, childType] = lefts.get(step) ?? [undefined, undefined];
    const [theirs, otherType] = rights.get(step) ?? [undefined, undefined];
    const below = compareFields(
      mine,
      theirs,
      (childType ?? otherType) as FieldType,
    );
    added.push([step, below.added]);
    modified.push([step, below.modified]);
    removed.push([step, below.removed]);
  }
  return {
    added: FieldSet.of(left === undefined, added),
    modified: FieldSet.of(false, modified),
    removed: FieldSet.of(right === undefined, removed),
  };
}
