import { Interval, Promotion, Sides } from './base';
import { Commits } from './commits';
import { Comparison, Timeline } from './timeline';

/** The source's commit that a promotion names, if it counts as one. */
function sourceOf(
  commits: Commits,
  source: Timeline,
  index: number,
): number | undefined {
  const named = commits
    .notes(index)
    .promotedFrom.map(id => commits.find(id))
    .filter(from => from !== undefined)
    .filter(from => from < index && source.at(from) !== undefined);
  return named.length > 0 ? Math.max(...named) : undefined;
}

/** One resource in two environments with the promotions between them. */
export function sidesOf(
  commits: Commits,
  source: Timeline,
  target: Timeline,
  comparison: Comparison,
): Sides {
  const promotions: Promotion[] = [];
  const cancelled: Interval[] = [];
  for (const { index } of target.changes()) {
    const from = sourceOf(commits, source, index);
    if (from === undefined) continue;
    const end = commits.cancelled.get(index);
    if (end === undefined) promotions.push({ at: index, from });
    else cancelled.push({ start: index, end });
  }
  const { length } = commits;
  return { source, target, promotions, cancelled, length, comparison };
}
