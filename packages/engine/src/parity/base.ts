import { FieldPath } from '../fields';
import { Comparison, Known, knownAt, Timeline } from './timeline';

/** A promotion of one resource. Numbers are positions of commits. */
export interface Promotion {
  /** The commit that changed the target. */
  readonly at: number;
  /** The commit of the source that it names. */
  readonly from: number;
}

/** Commits between a cancelled promotion and its revert, `end` excluded. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** One resource in two environments. */
export interface Sides {
  readonly source: Timeline;
  readonly target: Timeline;
  /** Promotions that count, oldest first. */
  readonly promotions: readonly Promotion[];
  readonly cancelled: readonly Interval[];
  /** Number of commits. */
  readonly length: number;
  readonly comparison: Comparison;
}

/** Base of a path. */
export type Base =
  | {
      readonly by: 'trailer' | 'agreed';
      readonly index: number;
      readonly promotion?: Promotion;
      readonly known: Known;
    }
  | { readonly by: 'none'; readonly known: undefined };

const NONE: Base = { by: 'none', known: undefined };

function leaveOut(index: number, intervals: readonly Interval[]): number {
  let result = index;
  for (let moved = true; moved; ) {
    moved = false;
    for (const { start, end } of intervals) {
      if (result >= start && result < end) {
        result = start - 1;
        moved = true;
      }
    }
  }
  return result;
}

/** Newest commit after one and before another at which both sides agreed. */
function agreement(
  sides: Sides,
  path: FieldPath,
  after: number,
  before: number,
): number | undefined {
  const { source, target, comparison } = sides;
  const points = new Set([0]);
  for (const { index } of source.states) points.add(index);
  for (const { index } of target.states) points.add(index);
  const starts = [...points].sort((a, b) => b - a);
  let end = before;
  for (const start of starts) {
    if (start >= before) continue;
    const newest = leaveOut(end - 1, sides.cancelled);
    end = start;
    if (newest <= after) {
      if (start <= after) return undefined;
      continue;
    }
    if (newest < start) continue;
    const left = knownAt(source.at(start), path);
    const right = knownAt(target.at(start), path);
    if (comparison.same(path, left, right)) return newest;
  }
  return undefined;
}

/** Base of a path as it was before a commit, by the first `count` promotions. */
function baseBefore(
  sides: Sides,
  path: FieldPath,
  count: number,
  before: number,
): Base {
  const { source, target, comparison, promotions } = sides;
  const newest = count > 0 ? promotions[count - 1] : undefined;
  const agreed = agreement(sides, path, newest?.at ?? -1, before);
  if (agreed !== undefined) {
    const known = knownAt(source.at(agreed), path);
    return { by: 'agreed', index: agreed, known };
  }
  if (!newest) return NONE;
  const known = knownAt(source.at(newest.from), path);
  const own: Base = {
    by: 'trailer',
    index: newest.from,
    promotion: newest,
    known,
  };
  // Left out of the promotion: the source had changed it, the target had not,
  // and still has not. Then an older base holds.
  const then = knownAt(target.at(newest.at), path);
  const now = knownAt(target.now, path);
  if (comparison.same(path, then, known) || !comparison.same(path, then, now)) {
    return own;
  }
  const older = baseBefore(sides, path, count - 1, newest.at);
  const leftOut =
    older.by !== 'none' &&
    !comparison.same(path, older.known, known) &&
    comparison.same(path, older.known, then);
  return leftOut ? older : own;
}

/** The value on which a three-way reading of a path stands today. */
export function baseOf(sides: Sides, path: FieldPath): Base {
  return baseBefore(sides, path, sides.promotions.length, sides.length);
}
