import { Json, JsonObject, sameJson } from '../../fields';

/** An environment's resource after each commit; absent: it is not there. */
export type Snapshots = ReadonlyArray<
  Readonly<Record<string, JsonObject | undefined>>
>;

/** A commit by what its message says. */
export interface NaiveCommit {
  readonly promotedFrom: readonly number[];
  readonly reverts?: number;
  readonly hotfix: boolean;
}

/** A value, or that the question has no answer: the resource is not there. */
type Value = { readonly value: Json | undefined } | undefined;

/** The rules of the head of history.yaml, word by word and commit by commit. */
export class NaiveHistory {
  readonly #commits: readonly NaiveCommit[];
  readonly #snapshots: Snapshots;

  constructor(commits: readonly NaiveCommit[], snapshots: Snapshots) {
    this.#commits = commits;
    this.#snapshots = snapshots;
  }

  #object(name: string, at: number): JsonObject | undefined {
    return at < 0 ? undefined : this.#snapshots[at][name];
  }

  #value(name: string, at: number, path: string): Value {
    const object = this.#object(name, at);
    if (path === '') return { value: object };
    let value: Json | undefined = object;
    for (const key of path.split('.')) {
      value = (value as JsonObject | undefined)?.[key];
    }
    return object && { value };
  }

  changed(name: string, at: number): boolean {
    return !sameJson(this.#object(name, at), this.#object(name, at - 1));
  }

  #cancelledBy(at: number): number | undefined {
    for (let by = at + 1; by < this.#commits.length; by++) {
      const reverts = this.#commits[by].reverts === at;
      if (reverts && this.#cancelledBy(by) === undefined) return by;
    }
    return undefined;
  }

  /** The source's commit that a commit promotes, if it does. */
  #promotes(from: string, to: string, at: number): number | undefined {
    const named = this.#commits[at].promotedFrom.filter(
      id => id < at && this.#object(from, id) !== undefined,
    );
    return named.length > 0 && this.changed(to, at)
      ? Math.max(...named)
      : undefined;
  }

  /** Promotes, or takes back that one was taken back. */
  #brings(from: string, to: string, at: number): boolean {
    if (this.#promotes(from, to, at) !== undefined) return true;
    const taken = this.#commits[at].reverts;
    const again =
      taken === undefined ? undefined : this.#commits[taken].reverts;
    return (
      taken !== undefined &&
      again !== undefined &&
      this.changed(to, at) &&
      this.changed(to, taken) &&
      this.#brings(from, to, again)
    );
  }

  #base(from: string, to: string, path: string) {
    const all = [...this.#commits.keys()].flatMap(at =>
      this.#brings(from, to, at)
        ? [
            {
              at,
              from: this.#promotes(from, to, at),
              end: this.#cancelledBy(at),
            },
          ]
        : [],
    );
    const counting = all.filter(
      one => one.end === undefined && one.from !== undefined,
    );
    const skipped = (at: number) =>
      all.some(({ at: start, end }) => end && at >= start && at < end);
    const now = this.#commits.length - 1;
    const before = (count: number, end: number): { known?: Value } => {
      const newest = counting[count - 1];
      for (let at = end - 1; at > (newest?.at ?? -1); at--) {
        const here = this.#value(from, at, path);
        const agreed = same(here, this.#value(to, at, path));
        if (agreed && !skipped(at)) return { known: here };
      }
      if (!newest) return {};
      const known = this.#value(from, newest.from ?? -1, path);
      const older = before(count - 1, newest.at);
      const then = this.#value(to, newest.at, path);
      const leftOut =
        older.known &&
        !same(older.known, known) &&
        same(older.known, then) &&
        same(then, this.#value(to, now, path));
      return leftOut ? older : { known };
    };
    return before(counting.length, this.#commits.length);
  }

  #had(name: string, path: string, value: Value): boolean {
    const commits = [-1, ...this.#commits.keys()];
    return commits.some(at => same(this.#value(name, at, path), value));
  }

  /** Reason and conflict of a path that differs now. */
  judge(from: string, to: string, path: string) {
    const now = this.#commits.length - 1;
    const source = this.#value(from, now, path);
    const target = this.#value(to, now, path);
    const { known } = this.#base(from, to, path);
    const lag = this.#had(from, path, target);
    const ahead = this.#had(to, path, source);
    const base = known ?? { value: undefined };
    const both = lag && ahead;
    let reason = 'divergent';
    if (both ? same(target, base) : lag) reason = 'pending';
    else if (both ? same(source, base) : ahead) reason = 'ahead';
    const conflict = known
      ? !same(source, known) && !same(target, known)
      : source?.value !== undefined && target?.value !== undefined;
    return { path, reason, conflict };
  }

  /** Environments that owe each path of a hotfix that is in force. */
  owed(to: string, lower: readonly string[], path: string): string[] {
    let made: number | undefined;
    this.#commits.forEach(({ hotfix }, at) => {
      if (!this.changed(to, at)) return;
      const now = this.#value(to, at, path);
      const before = this.#value(to, at - 1, path);
      if (hotfix && now && before && !same(now, before)) made = at;
      else if (made !== undefined && !same(now, this.#value(to, made, path))) {
        made = undefined;
      }
    });
    const fixed = made;
    if (fixed === undefined) return [];
    const wanted = this.#value(to, fixed, path);
    return lower.filter(name => {
      if (!this.#object(name, this.#commits.length - 1)) return false;
      for (let at = fixed; at < this.#commits.length; at++) {
        if (same(this.#value(name, at, path), wanted)) return false;
      }
      return true;
    });
  }
}

function same(left: Value, right: Value): boolean {
  return !!left && !!right && sameJson(left.value, right.value);
}
