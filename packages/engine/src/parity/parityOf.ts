import { withinStack } from '../errors';
import { formatPath, isList, isObject, Json, JsonObject } from '../fields';
import { FieldReason } from './types';

/** How many fields of two environments were compared, by outcome. */
export interface ParityCounts {
  readonly equal: number;
  /** Differences that a rule expects. */
  readonly expected: number;
  readonly pending: number;
  readonly ahead: number;
  /** Divergent differences. */
  readonly unexpected: number;
}

function leaves(value: Json): number {
  if (isObject(value)) {
    const below = Object.values(value).map(leaves);
    return Math.max(
      below.reduce((sum, count) => sum + count, 0),
      1,
    );
  }
  if (isList(value) && value.some(isObject)) {
    return value.map(leaves).reduce((sum, count) => sum + count, 0);
  }
  return 1;
}

/**
 * Fields of an object that are the same on both sides: its scalars and lists
 * of scalars, without those below a path that differs and without what names
 * the resource (apiVersion, kind, metadata.name).
 */
export function countEqual(
  target: JsonObject,
  fields: ReadonlyArray<Pick<FieldReason, 'text' | 'target'>>,
): number {
  if (fields.some(field => field.text === '')) return 0;
  const { apiVersion: _v, kind: _k, metadata, ...rest } = target;
  const own = isObject(metadata)
    ? Object.entries(metadata).filter(
        ([key]) => key !== 'name' && key !== 'namespace',
      )
    : [];
  const all = [...Object.values(rest), ...own.map(([, value]) => value)];
  return withinStack(() => {
    const total = all.map(leaves).reduce((sum, count) => sum + count, 0);
    const differing = fields
      .map(field => (field.target === undefined ? 0 : leaves(field.target)))
      .reduce((sum, count) => sum + count, 0);
    return Math.max(total - differing, 0);
  });
}

/** Counts fields by reason; `equal` is what {@link countEqual} says. */
export function countParity(
  fields: readonly FieldReason[],
  equal: number,
): ParityCounts {
  const count = (reason: FieldReason['reason']) =>
    fields.filter(field => field.reason === reason).length;
  return {
    equal,
    expected: count('override'),
    pending: count('pending'),
    ahead: count('ahead'),
    unexpected: count('divergent'),
  };
}

/**
 * Share of the compared fields that are equal or expected to differ, in whole
 * percent. 100 means all of them, never almost all.
 */
export function parityPercent(counts: ParityCounts): number {
  const good = counts.equal + counts.expected;
  const total = good + counts.pending + counts.ahead + counts.unexpected;
  return total === 0 ? 100 : Math.floor((good / total) * 100);
}

/** Path of a field with its resource in front, as lists over services show it. */
export function qualifiedPath(
  field: Pick<FieldReason, 'resource' | 'path'>,
): string {
  return `${field.resource}:${formatPath(field.path)}`;
}
