import { JsonObject, JsonValue } from '@backstage/types';
import { isMap } from '../objects';
import { FieldType, itemStep } from '../types/FieldType';
import { FieldSet } from './FieldSet';

function removeItems(
  list: JsonValue[],
  set: FieldSet,
  type: FieldType,
): JsonValue[] | undefined {
  const kept: JsonValue[] = [];
  for (const item of list) {
    const step = itemStep(type.list, item);
    const below = step === undefined ? FieldSet.EMPTY : set.at(step);
    if (below.member) continue;
    const rest = removeFields(item, below, type.items);
    if (rest !== undefined) kept.push(rest);
  }
  return kept.length > 0 ? kept : undefined;
}

function removeKeys(
  map: JsonObject,
  set: FieldSet,
  type: FieldType,
): JsonObject | undefined {
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(map)) {
    const below = set.at(`f:${key}`);
    if (below.member) continue;
    const rest = removeFields(value, below, type.field(key));
    if (rest !== undefined) kept[key] = rest;
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/**
 * The value without the fields of a set. Undefined if nothing is left of a
 * mapping or list that had something.
 */
export function removeFields(
  value: JsonValue | undefined,
  set: FieldSet,
  type: FieldType,
): JsonValue | undefined {
  if (value === undefined || set.empty) return value;
  if (Array.isArray(value)) {
    if (type.list.type === 'atomic' || value.length === 0) return value;
    return removeItems(value, set, type);
  }
  if (isMap(value)) {
    if (type.atomicMap || Object.keys(value).length === 0) return value;
    return removeKeys(value, set, type);
  }
  return value;
}
