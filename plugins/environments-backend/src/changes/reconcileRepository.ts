import { PlanningSource } from '../planning';
import { BRANCH_PREFIX } from './branchName';
import { ChangesContext } from './context';
import { keepJudgement } from './judgeRequest';
import { removeBranch } from './mergeRequest';
import { reconcileRequest } from './reconcileRequest';

/** Runs work on a request while nobody else in this process does. */
export type Exclusively = (
  id: number,
  work: () => Promise<void>,
) => Promise<void>;

/** Branches of requests that are ended, left over by a crash. */
async function removeLeftBranches(
  context: ChangesContext,
  source: PlanningSource,
): Promise<void> {
  const branches = await source.repository.branches();
  const ours = [...branches.keys()].filter(name =>
    name.startsWith(BRANCH_PREFIX),
  );
  if (ours.length === 0) return;
  const ended = await context.store.endedWithBranch(
    source.repository.name,
    ours,
  );
  for (const request of ended) {
    if (branches.get(request.branch) === request.headCommit) {
      await removeBranch(context, source, request);
    }
  }
}

/**
 * Brings all requests of a repository that are not ended in line with Git and
 * the forge, and judges them anew. One that fails does not keep the others back.
 */
export async function reconcileRepository(
  context: ChangesContext,
  source: PlanningSource,
  exclusively: Exclusively,
): Promise<void> {
  const { name } = source.repository;
  const { head } = await source.repository.fetch();
  for (const { id } of await context.store.notEnded(name)) {
    try {
      await exclusively(id, async () => {
        const stored = await context.store.get(id);
        if (stored?.state !== 'open' && stored?.state !== 'preparing') return;
        const now = await reconcileRequest(context, source, stored, head);
        if (now) await keepJudgement(context, source, now);
      });
    } catch (error) {
      context.logger.warn(`#${id} could not be reconciled: ${error}`);
    }
  }
  await removeLeftBranches(context, source);
}
