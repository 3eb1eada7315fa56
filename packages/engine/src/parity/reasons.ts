import { FieldPath, PathGlobs } from '../fields';
import { Base, Sides } from './base';
import { Comparison, Known, knownAt, Timeline } from './timeline';
import { DifferenceReason } from './types';

/** Why two sides differ at a path, with the commits that show it. */
export interface Reason {
  readonly reason: DifferenceReason;
  readonly conflict: boolean;
  readonly sourceChanged: boolean;
  readonly rule?: string;
  /** Commits that gave each side its value. */
  readonly sourceAt?: number;
  readonly targetAt?: number;
  /** Commit that ended the value of the other side. */
  readonly until?: number;
}

/**
 * The commit after the last state that had a value; undefined if there was
 * none. `first` stands for the first commit of all.
 */
function endOf(
  timeline: Timeline,
  path: FieldPath,
  value: Known,
  comparison: Comparison,
): number | undefined {
  const states = timeline.ever();
  const last = states.findLastIndex(({ object }) =>
    comparison.same(path, knownAt(object, path), value),
  );
  return last < 0 ? undefined : states[last + 1]?.index;
}

/** The commit that gave a path the value it has now. */
export function cameFrom(
  timeline: Timeline,
  path: FieldPath,
  comparison: Comparison,
): number | undefined {
  const states = timeline.ever();
  const now = knownAt(timeline.now, path);
  let found: number | undefined;
  for (let at = states.length - 1; at >= 0; at--) {
    const { index, object } = states[at];
    if (!comparison.same(path, knownAt(object, path), now)) return found;
    found = index < 0 ? undefined : index;
  }
  // The first state of a history that was cut off did not change anything.
  return states[0]?.index === 0 && timeline.changes().length < states.length
    ? undefined
    : found;
}

function kindOf(
  path: FieldPath,
  [lag, ahead]: [boolean, boolean],
  [source, target]: [Known, Known],
  base: Base,
  comparison: Comparison,
): DifferenceReason {
  if (lag && !ahead) return 'pending';
  if (ahead && !lag) return 'ahead';
  if (!lag) return 'divergent';
  // Without a base nothing was there: what only the source has would come.
  const old = base.by === 'none' ? { value: undefined } : base.known;
  if (comparison.same(path, target, old)) return 'pending';
  return comparison.same(path, source, old) ? 'ahead' : 'divergent';
}

/** Reason of a path that differs. */
export function reasonOf(
  sides: Sides,
  path: FieldPath,
  base: Base,
  retain: PathGlobs,
): Reason {
  const { comparison } = sides;
  const source = knownAt(sides.source.now, path);
  const target = knownAt(sides.target.now, path);
  const sourceChanged =
    base.by !== 'none' && !comparison.same(path, source, base.known);
  const at = {
    sourceAt: cameFrom(sides.source, path, comparison),
    targetAt: cameFrom(sides.target, path, comparison),
    sourceChanged,
  };
  const rule = retain.match(path);
  if (rule !== undefined) {
    return { reason: 'override', conflict: false, rule, ...at };
  }
  const conflict =
    base.by === 'none'
      ? source?.value !== undefined && target?.value !== undefined
      : sourceChanged && !comparison.same(path, target, base.known);
  const lag = endOf(sides.source, path, target, comparison);
  const ahead = endOf(sides.target, path, source, comparison);
  const reason = kindOf(
    path,
    [lag !== undefined, ahead !== undefined],
    [source, target],
    base,
    comparison,
  );
  const ended = {
    pending: lag,
    ahead,
    divergent: undefined,
    override: undefined,
  };
  return { reason, conflict, until: ended[reason], ...at };
}
