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

/**
 * Commits that brought a promotion, first or again: those that name one, and
 * reverts of commits that took one back.
 */
class Bringers {
  readonly #brought = new Set<number>();
  readonly #taken = new Set<number>();
  readonly #commits: Commits;

  constructor(commits: Commits) {
    this.#commits = commits;
  }

  /** True if the commit is one; commits are asked about oldest first. */
  has(index: number, promotes: boolean): boolean {
    const reverted = this.#commits
      .notes(index)
      .reverts.map(id => this.#commits.find(id) ?? -1);
    if (reverted.some(at => this.#brought.has(at))) this.#taken.add(index);
    const again = reverted.some(at => this.#taken.has(at));
    if (promotes || again) this.#brought.add(index);
    return promotes || again;
  }
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
  const bringers = new Bringers(commits);
  for (const { index } of target.changes()) {
    const from = sourceOf(commits, source, index);
    if (!bringers.has(index, from !== undefined)) continue;
    const end = commits.cancelled.get(index);
    if (end !== undefined) cancelled.push({ start: index, end });
    else if (from !== undefined) promotions.push({ at: index, from });
  }
  const { length } = commits;
  return { source, target, promotions, cancelled, length, comparison };
}
