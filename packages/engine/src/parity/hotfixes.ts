import { FieldPath, formatPath, Json, JsonObject } from '../fields';
import { Comparison, Known, knownAt, Timeline } from './timeline';

/** A value that a hotfix set and that is still in force. */
export interface Debt {
  readonly path: FieldPath;
  readonly value: Json | undefined;
  readonly before: Json | undefined;
  /** The hotfix commit. */
  readonly at: number;
  /** Names of the lower environments that have not had it. */
  readonly owedBy: readonly string[];
}

export interface UndoneDebt {
  readonly path: FieldPath;
  readonly at: number;
  readonly by: number;
}

/** What debts are worked out from, for one resource. */
export interface HotfixFacts {
  /** The environment that was fixed. */
  readonly fixed: Timeline;
  /** The environments below it, lowest first. */
  readonly lower: ReadonlyArray<readonly [string, Timeline]>;
  readonly isHotfix: (index: number) => boolean;
  readonly comparison: Comparison;
}

type OpenDebt = Omit<Debt, 'owedBy'>;

/**
 * A resource as a whole is owed as such: its fields may be the environment's
 * own, so having it at all settles the debt.
 */
function sameValue(
  { comparison }: HotfixFacts,
  path: FieldPath,
  known: Known,
  value: Json | undefined,
): boolean {
  if (path.length > 0) return comparison.same(path, known, { value });
  return (known?.value === undefined) === (value === undefined);
}

function owedBy(facts: HotfixFacts, debt: OpenDebt, until: number): string[] {
  const { path, value, at } = debt;
  const created = path.length === 0 && value !== undefined;
  return facts.lower.flatMap(([name, timeline]) => {
    if (!created && timeline.at(until) === undefined) return [];
    const had = timeline
      .since(at)
      .some(
        ({ index, object }) =>
          index <= until &&
          sameValue(facts, path, knownAt(object, path), value),
      );
    return had ? [] : [name];
  });
}

/** Ends the debts that a commit of the fixed environment settles otherwise. */
function settle(
  facts: HotfixFacts,
  debts: Map<string, OpenDebt>,
  undone: UndoneDebt[],
  commit: { index: number; object: JsonObject | undefined },
): void {
  for (const [text, debt] of debts) {
    const now = knownAt(commit.object, debt.path);
    if (sameValue(facts, debt.path, now, debt.value)) continue;
    debts.delete(text);
    const back = sameValue(facts, debt.path, now, debt.before);
    const owed = owedBy(facts, debt, commit.index - 1).length > 0;
    if (back && owed && !facts.isHotfix(commit.index)) {
      undone.push({ path: debt.path, at: debt.at, by: commit.index });
    }
  }
}

/**
 * What lower environments owe for hotfixes of a resource, and which hotfixes
 * were taken back before everybody had them.
 */
export function debtsOf(
  facts: HotfixFacts,
  length: number,
): { debts: Debt[]; undone: UndoneDebt[] } {
  const { fixed, comparison, isHotfix } = facts;
  const open = new Map<string, OpenDebt>();
  const undone: UndoneDebt[] = [];
  for (const { index, object } of fixed.changes()) {
    settle(facts, open, undone, { index, object });
    if (!isHotfix(index)) continue;
    const before = fixed.before(index);
    for (const path of comparison.paths(before, object)) {
      open.set(formatPath(path), {
        path,
        value: knownAt(object, path)?.value,
        before: knownAt(before, path)?.value,
        at: index,
      });
    }
  }
  const debts = [...open.values()]
    .map(debt => ({ ...debt, owedBy: owedBy(facts, debt, length - 1) }))
    .filter(debt => debt.owedBy.length > 0);
  return { debts, undone };
}
