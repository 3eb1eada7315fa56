import { diffObjects } from '../diff';
import {
  FieldPath,
  getAt,
  GroupVersionKind,
  gvkOf,
  Json,
  JsonObject,
  ListKinds,
  sameJson,
} from '../fields';

/** The content of a resource from a commit on; absent: it was not there. */
export interface State {
  readonly index: number;
  readonly object: JsonObject | undefined;
}

/**
 * The value of a path at a commit. Undefined where the question has no
 * answer: the path of a resource that is not there.
 */
export type Known = { readonly value: Json | undefined } | undefined;

/** Compares objects of one type, as environments are compared. */
export class Comparison {
  readonly #lists: (type: GroupVersionKind) => ListKinds;

  constructor(lists: (type: GroupVersionKind) => ListKinds) {
    this.#lists = lists;
  }

  /** Paths that differ; the empty path if one of them is not there. */
  paths(
    left: JsonObject | undefined,
    right: JsonObject | undefined,
  ): FieldPath[] {
    if (left === right) return [];
    if (!left || !right) return [[]];
    const lists = this.#lists(gvkOf(left));
    return diffObjects(left, right, { lists }).map(change => change.path);
  }

  /** True for two known values of a path that are the same. */
  same(path: FieldPath, left: Known, right: Known): boolean {
    if (!left || !right) return false;
    if (path.length > 0) return sameJson(left.value, right.value);
    return (
      this.paths(
        left.value as JsonObject | undefined,
        right.value as JsonObject | undefined,
      ).length === 0
    );
  }
}

/** What an object says at a path; the empty path always has an answer. */
export function knownAt(
  object: JsonObject | undefined,
  path: FieldPath,
): Known {
  if (path.length === 0) return { value: object };
  return object && { value: getAt(object, path) };
}

/** A resource in one environment over time: a state for each change. */
export class Timeline {
  readonly #states: State[] = [];
  /** What was before the first commit is not known. */
  readonly #truncated: boolean;

  constructor(truncated: boolean) {
    this.#truncated = truncated;
  }

  get states(): readonly State[] {
    return this.#states;
  }

  get now(): JsonObject | undefined {
    return this.#states.at(-1)?.object;
  }

  add(index: number, object: JsonObject | undefined): void {
    this.#states.push({ index, object });
  }

  /** Position in `states` of the one in force at a commit; -1 before all. */
  #positionAt(index: number): number {
    let low = 0;
    let high = this.#states.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#states[middle].index <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  at(index: number): JsonObject | undefined {
    return this.#states[this.#positionAt(index)]?.object;
  }

  /** States in force at or after a commit, oldest first. */
  since(index: number): State[] {
    const position = this.#positionAt(index);
    return position < 0
      ? [{ index, object: undefined }, ...this.#states]
      : this.#states.slice(position);
  }

  /** Every state there ever was, the absence before the first one included. */
  ever(): State[] {
    const before: State[] =
      this.#truncated || this.#states[0]?.index < 0
        ? []
        : [{ index: -1, object: undefined }];
    return [...before, ...this.#states];
  }

  /** Commits that changed the resource. */
  changes(): State[] {
    return this.#states.filter(({ index }) => !this.#truncated || index > 0);
  }

  /** The state before the one of a commit. */
  before(index: number): JsonObject | undefined {
    return this.at(index - 1);
  }
}
