import { formatPath } from '../fields';
import { Commits } from './commits';
import { shortName } from './environmentFiles';
import { debtsOf } from './hotfixes';
import { Comparison, Timeline } from './timeline';
import { Obligation, Undone } from './types';

/** The hotfixes of an environment: what is owed for them, what was undone. */
export function hotfixDebts(facts: {
  /** group/Kind/name */
  readonly keys: readonly string[];
  /** The environment that was fixed. */
  readonly to: string;
  /** Environments, lowest first. */
  readonly order: readonly string[];
  readonly timelineOf: (environment: string, key: string) => Timeline;
  readonly commits: Commits;
  readonly comparison: Comparison;
}): { obligations: Obligation[]; undone: Undone[] } {
  const { keys, to, order, timelineOf, commits, comparison } = facts;
  const lower = order.slice(0, Math.max(order.indexOf(to), 0));
  const obligations: Obligation[] = [];
  const undone: Undone[] = [];
  for (const key of keys) {
    const found = debtsOf(
      {
        fixed: timelineOf(to, key),
        lower: lower.map(name => [name, timelineOf(name, key)] as const),
        isHotfix: index => commits.notes(index).hotfix,
        comparison,
      },
      commits.length,
    );
    const resource = shortName(key);
    for (const { at, owedBy, ...debt } of found.debts) {
      const commit = commits.ref(at);
      const { incident } = commits.notes(at);
      const text = formatPath(debt.path);
      const owed = { resource, key, text, commit, incident, madeIn: to };
      for (const environment of owedBy) {
        obligations.push({ ...debt, ...owed, environment });
      }
    }
    for (const { path, at, by } of found.undone) {
      undone.push({
        resource,
        key,
        path,
        text: formatPath(path),
        hotfix: commits.ref(at),
        incident: commits.notes(at).incident,
        by: commits.ref(by),
      });
    }
  }
  return { obligations, undone };
}
