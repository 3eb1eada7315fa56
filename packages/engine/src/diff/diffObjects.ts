import {
  FieldPath,
  formatPath,
  isList,
  isObject,
  Json,
  JsonObject,
  keyItems,
  ListKind,
  memberKey,
  PathStep,
  sameJson,
  sameScalar,
} from '../fields';
import { withinStack } from '../errors';
import { Change, DiffOptions } from './types';

interface Walk {
  readonly lists?: (path: FieldPath) => ListKind;
  readonly identity: ReadonlySet<string>;
  /** Last keys of the identity paths, so that other paths are not formatted. */
  readonly identityEnds: ReadonlySet<string | undefined>;
  readonly path: PathStep[];
  readonly changes: Change[];
}

/** The key that a path ends with; undefined if it ends with an item or is empty. */
function lastKey(path: FieldPath): string | undefined {
  const last = path.at(-1);
  return last?.type === 'key' ? last.key : undefined;
}

function compareKeys(left: JsonObject, right: JsonObject, walk: Walk) {
  let shared = 0;
  for (const key of Object.keys(left)) {
    const value = left[key];
    let other: Json | undefined;
    if (Object.hasOwn(right, key)) {
      shared++;
      other = right[key];
      // Most fields are equal scalars; they need no step.
      if (value === other) continue;
    }
    walk.path.push({ type: 'key', key });
    compare(value, other, walk);
    walk.path.pop();
  }
  const rightKeys = Object.keys(right);
  if (rightKeys.length === shared) return;
  for (const key of rightKeys) {
    if (Object.hasOwn(left, key)) continue;
    walk.path.push({ type: 'key', key });
    compare(undefined, right[key], walk);
    walk.path.pop();
  }
}

function compareSteps(
  left: ReadonlyMap<string, { step: PathStep; value: Json }>,
  right: ReadonlyMap<string, { step: PathStep; value: Json }>,
  walk: Walk,
) {
  for (const [key, { step, value }] of left) {
    walk.path.push(step);
    compare(value, right.get(key)?.value, walk);
    walk.path.pop();
  }
  for (const [key, { step, value }] of right) {
    if (left.has(key)) continue;
    walk.path.push(step);
    compare(undefined, value, walk);
    walk.path.pop();
  }
}

/** Equal as bags: the same values as often, in any order. */
function sameBag(left: readonly Json[], right: readonly Json[]): boolean {
  if (left.length !== right.length) return false;
  const counts = new Map<string, number>();
  for (const item of left) {
    const key = memberKey(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return right.every(item => {
    const key = memberKey(item);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count > 0;
  });
}

function compareLists(
  left: readonly Json[],
  right: readonly Json[],
  walk: Walk,
) {
  const kind = walk.lists?.(walk.path) ?? { type: 'atomic' as const };
  if (kind.type === 'keyed' || kind.type === 'set') {
    const leftItems = keyItems(left, kind);
    const rightItems = leftItems && keyItems(right, kind);
    if (leftItems && rightItems) {
      compareSteps(leftItems, rightItems, walk);
      return;
    }
  }
  const same =
    kind.type === 'bag' ? sameBag(left, right) : sameJson(left, right);
  if (!same) report(left, right, walk);
}

function report(left: Json | undefined, right: Json | undefined, walk: Walk) {
  const path = [...walk.path];
  if (left === undefined) {
    if (right !== undefined)
      walk.changes.push({ type: 'onlyRight', path, right });
  } else if (right === undefined) {
    walk.changes.push({ type: 'onlyLeft', path, left });
  } else {
    walk.changes.push({ type: 'changed', path, left, right });
  }
}

function compare(left: Json | undefined, right: Json | undefined, walk: Walk) {
  if (left === right) return;
  if (
    walk.identityEnds.has(lastKey(walk.path)) &&
    walk.identity.has(formatPath(walk.path))
  ) {
    return;
  }
  if (isObject(left) && isObject(right)) compareKeys(left, right, walk);
  else if (isList(left) && isList(right)) compareLists(left, right, walk);
  else if (
    left === undefined ||
    right === undefined ||
    !sameScalar(left, right)
  ) {
    report(left, right, walk);
  }
}

/**
 * Compares two objects by value. Keyed lists and sets are matched item by item,
 * so their order is no difference; an atomic list that differs is one change at
 * its own path. A subtree that one side lacks is one change at its root.
 *
 * @throws EngineError `too-deep` for objects nested beyond the stack.
 */
export function diffObjects(
  left: JsonObject,
  right: JsonObject,
  options: DiffOptions = {},
): Change[] {
  const identity = options.identity ?? [];
  const walk: Walk = {
    lists: options.lists,
    identity: new Set(identity.map(formatPath)),
    identityEnds: new Set(identity.map(lastKey)),
    path: [],
    changes: [],
  };
  withinStack(() => compare(left, right, walk));
  return walk.changes;
}
