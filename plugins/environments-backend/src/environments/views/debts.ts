import { HistoryAnswer, Obligation } from '@stagecraft/engine';
import { CommitRef, HotfixDebt } from '@stagecraft/plugin-environments-common';
import { shownAt } from './shown';

type CommitOf = (id: string) => CommitRef | undefined;

function engineCommit(commit: Obligation['commit']): CommitRef {
  return {
    id: commit.id,
    shortId: commit.id.slice(0, 7),
    subject: commit.subject,
    author: commit.author ?? '',
    time: commit.time ?? '',
  };
}

function kindOf(resource: string): string {
  return resource.slice(0, resource.indexOf('/'));
}

function group(
  obligations: readonly Obligation[],
  commitOf: CommitOf,
): HotfixDebt[] {
  const debts = new Map<string, HotfixDebt>();
  for (const owed of obligations) {
    const key = `${owed.madeIn} ${owed.commit.id}`;
    const debt: HotfixDebt = debts.get(key) ?? {
      incident: owed.incident,
      commit: commitOf(owed.commit.id) ?? engineCommit(owed.commit),
      madeIn: owed.madeIn,
      fields: [],
    };
    debts.set(key, debt);
    const known = debt.fields.some(
      field => field.resource === owed.resource && field.path === owed.text,
    );
    if (!known) {
      debt.fields.push({
        resource: owed.resource,
        path: owed.text,
        value: shownAt(kindOf(owed.resource), owed.path, owed.value),
      });
    }
  }
  return [...debts.values()];
}

/** All debts of a service, from the answers for each environment with the one before it. */
export function obligationsOf(answers: readonly HistoryAnswer[]): Obligation[] {
  const seen = new Set<string>();
  return answers
    .flatMap(answer => answer.obligations)
    .filter(({ environment, madeIn, key, text }) => {
      const id = JSON.stringify([environment, madeIn, key, text]);
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
}

/** Debts that an environment owes, and debts that others owe to it. */
export function debtsOf(
  environment: string,
  obligations: readonly Obligation[],
  commitOf: CommitOf,
): { owes: HotfixDebt[]; aheadBy: HotfixDebt[] } {
  return {
    owes: group(
      obligations.filter(owed => owed.environment === environment),
      commitOf,
    ),
    aheadBy: group(
      obligations.filter(owed => owed.madeIn === environment),
      commitOf,
    ),
  };
}
