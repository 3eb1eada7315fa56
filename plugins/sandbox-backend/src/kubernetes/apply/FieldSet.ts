import { JsonObject } from '@backstage/types';
import { isMap } from '../objects';

/**
 * A set of field paths, kept as a tree. Steps are written as in fieldsV1:
 * `f:name`, `k:{"name":"main"}`, `v:"text"`, `i:0`.
 *
 * Source: the FieldsV1 format of Kubernetes' structured-merge-diff.
 */
export class FieldSet {
  /** True if the path that leads here is in the set itself. */
  readonly member: boolean;
  readonly #children: ReadonlyMap<string, FieldSet>;

  static readonly EMPTY = new FieldSet(false, new Map());
  static readonly LEAF = new FieldSet(true, new Map());

  private constructor(member: boolean, children: Map<string, FieldSet>) {
    this.member = member;
    this.#children = children;
  }

  /** Empty children are dropped, so that an empty set has none. */
  static of(member: boolean, children: Iterable<[string, FieldSet]>): FieldSet {
    const kept = new Map<string, FieldSet>();
    for (const [step, child] of children) {
      if (!child.empty) kept.set(step, child);
    }
    if (kept.size === 0) return member ? FieldSet.LEAF : FieldSet.EMPTY;
    return new FieldSet(member, kept);
  }

  /** Reads a fieldsV1 value. */
  static parse(fields: JsonObject): FieldSet {
    const children: [string, FieldSet][] = [];
    let member = false;
    for (const [step, value] of Object.entries(fields)) {
      if (step === '.') {
        member = true;
      } else if (isMap(value)) {
        const child = FieldSet.parse(value);
        children.push([step, child.empty ? FieldSet.LEAF : child]);
      }
    }
    return FieldSet.of(member, children);
  }

  get empty(): boolean {
    return !this.member && this.#children.size === 0;
  }

  get children(): Iterable<[string, FieldSet]> {
    return this.#children;
  }

  /** What the set holds below a step. */
  at(step: string): FieldSet {
    return this.#children.get(step) ?? FieldSet.EMPTY;
  }

  union(other: FieldSet): FieldSet {
    if (other.empty) return this;
    if (this.empty) return other;
    return this.#combine(other, this.member || other.member, (mine, theirs) =>
      mine.union(theirs),
    );
  }

  intersection(other: FieldSet): FieldSet {
    if (this.empty || other.empty) return FieldSet.EMPTY;
    return this.#combine(other, this.member && other.member, (mine, theirs) =>
      mine.intersection(theirs),
    );
  }

  /** Members of this set that are not members of the other. */
  difference(other: FieldSet): FieldSet {
    if (this.empty || other.empty) return this;
    return this.#combine(other, this.member && !other.member, (mine, theirs) =>
      mine.difference(theirs),
    );
  }

  /** As difference, but a member of the other takes everything below it away. */
  recursiveDifference(other: FieldSet): FieldSet {
    if (this.empty || other.empty) return this;
    if (other.member) return FieldSet.EMPTY;
    return this.#combine(other, this.member, (mine, theirs) =>
      mine.recursiveDifference(theirs),
    );
  }

  equals(other: FieldSet): boolean {
    if (this === other) return true;
    if (
      this.member !== other.member ||
      this.#children.size !== other.#children.size
    ) {
      return false;
    }
    for (const [step, child] of this.#children) {
      if (!child.equals(other.at(step))) return false;
    }
    return true;
  }

  /** Writes the set as fieldsV1, steps in order. */
  toFields(): JsonObject {
    const fields: JsonObject = {};
    if (this.member && this.#children.size > 0) fields['.'] = {};
    for (const step of [...this.#children.keys()].sort()) {
      fields[step] = this.at(step).toFields();
    }
    return fields;
  }

  /** The members as text, for messages: `.spec.containers[name="main"].image`. */
  *paths(prefix = ''): Iterable<string> {
    if (this.member) yield prefix;
    for (const [step, child] of this.#children) {
      yield* child.paths(`${prefix}${stepText(step)}`);
    }
  }

  #combine(
    other: FieldSet,
    member: boolean,
    merge: (mine: FieldSet, theirs: FieldSet) => FieldSet,
  ): FieldSet {
    const steps = new Set([
      ...this.#children.keys(),
      ...other.#children.keys(),
    ]);
    const children: [string, FieldSet][] = [];
    for (const step of steps) {
      children.push([step, merge(this.at(step), other.at(step))]);
    }
    return FieldSet.of(member, children);
  }
}

function stepText(step: string): string {
  const value = step.slice(2);
  if (step.startsWith('f:')) return `.${value}`;
  if (step.startsWith('k:')) {
    const keys = Object.entries(JSON.parse(value) as JsonObject);
    return `[${keys
      .map(([key, item]) => `${key}=${JSON.stringify(item)}`)
      .join(',')}]`;
  }
  return step.startsWith('v:') ? `[=${value}]` : `[${value}]`;
}
