import { ConflictError } from '@backstage/errors';
import { PlanningSource } from '../planning';
import { isRepositoryError } from '../repository';
import { mergeMessage } from './commitMessage';
import { ChangesContext } from './context';
import { judgeRequest } from './judgeRequest';
import { alreadyIn, reconcileRequest } from './reconcileRequest';
import { RequestPatch, StoredRequest, whenChanged } from './store';
import { whyNotMerge } from './verdicts';

/** Every other try was beaten by a push to the target in the meantime. */
const TRIES = 5;

/**
 * Merges a request whose gates all pass on the target branch as it is at that
 * very commit. If somebody pushes in between, it is judged anew: a merge never
 * goes over a commit that was not part of the judgement.
 *
 * @throws ConflictError with the sentence that says what is missing
 */
export async function mergeRequest(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
  options: { user: string; dryRun?: boolean },
): Promise<StoredRequest> {
  const { forge } = await context.forgeOf(source);
  let current = request;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { head: onto } = await source.repository.fetch();
    if (await alreadyIn(source, onto, current.headCommit)) {
      // Another replica, or somebody outside, was faster.
      return (
        (await reconcileRequest(context, source, current, onto)) ?? current
      );
    }
    const judged = await judgeRequest(context, source, current, onto);
    const why = whyNotMerge({ ...current, ...judged });
    if (why) throw new ConflictError(why);
    current = await context.store.update(current, judged);
    if (options.dryRun) return current;

    const at = context.now();
    const result = await forge.merge(current.forgeNumber ?? current.id, {
      branch: current.branch,
      headCommit: current.headCommit,
      onto,
      message: mergeMessage(
        current,
        await context.store.reviews(current.id),
        options.user,
      ),
      by: options.user,
      author: await context.people.identityOf(current.author),
      committer: await context.people.identityOf(options.user),
      at,
    });
    // The forge may have noted its step.
    current = (await context.store.get(current.id)) ?? current;
    if (result.state === 'merged') {
      const merged = await recordMerge(context, current, {
        mergedCommit: result.commit,
        mergedBy: options.user,
        mergedAt: at.toISOString(),
      });
      await removeBranch(context, source, merged);
      return merged;
    }
    if (current.state !== 'open') return current;
  }
  throw new ConflictError(
    `#${request.id} could not be merged: ${source.repository.branch} or its branch keeps moving. Try again.`,
  );
}

/** The merge has happened: it is written down whatever else was in between. */
async function recordMerge(
  context: ChangesContext,
  request: StoredRequest,
  merged: Pick<RequestPatch, 'mergedCommit' | 'mergedBy' | 'mergedAt'>,
  tries = TRIES,
): Promise<StoredRequest> {
  if (request.state !== 'open') return request;
  const patch = { ...merged, state: 'merged', intent: 'none' } as const;
  const ended = await whenChanged(
    context.store.update(request, patch),
    async () => {
      if (tries === 1) {
        throw new ConflictError(`#${request.id} is merged, but keeps changing`);
      }
      const current = (await context.store.get(request.id)) ?? request;
      return recordMerge(context, current, merged, tries - 1);
    },
  );
  context.announce(ended);
  return ended;
}

/** Takes the branch of an ended request away, if it still is what was ended. */
export async function removeBranch(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
): Promise<void> {
  try {
    await source.repository.push({
      branch: request.branch,
      expected: request.headCommit,
      to: undefined,
    });
  } catch (error) {
    if (!isRepositoryError(error)) throw error;
    // The request is ended all the same; the next reconciliation tries again.
    context.logger.warn(
      `The branch of #${request.id} was not removed: ${error.message}`,
    );
  }
}
