/** One way to do a piece of work. */
export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
  /** What its answer says, where peers answer less or something else. */
  readonly says?: (result: unknown) => string;
}

/** The same work done in several ways; the first one is ours. */
export interface Comparison {
  readonly title: string;
  /** How many of what a run handles. */
  readonly count: number;
  readonly unit: string;
  readonly contestants: readonly Contestant[];
}

/** A contestant whose result has a type while it is written down. */
export function contestant<T>(
  name: string,
  run: () => T,
  says?: (result: T) => string,
): Contestant {
  return { name, run, says: says && (result => says(result as T)) };
}
