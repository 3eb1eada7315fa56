import { ChangeRequest } from '@stagecraft/plugin-environments-common';
import { ChangesContext } from './context';
import { fileDiffs, PlanningSource } from '../planning';
import { contentId } from '../repository';
import { finishPublishing } from './publishRequest';
import { StoredRequest } from './store';
import { touchedFiles } from './touchedFiles';

/** A request that was ended, by the forge's word or by what Git shows. */
async function endAsMerged(
  context: ChangesContext,
  request: StoredRequest,
  merged: { commit?: string; by?: string; at?: string },
): Promise<StoredRequest> {
  const ended = await context.store.update(request, {
    state: 'merged',
    mergedCommit: merged.commit,
    mergedBy: merged.by,
    mergedAt: merged.at ?? context.now().toISOString(),
    intent: 'none',
  });
  context.announce(ended);
  return ended;
}

async function endAsClosed(
  context: ChangesContext,
  request: StoredRequest,
): Promise<StoredRequest> {
  const ended = await context.store.update(request, {
    state: 'closed',
    closedAt: context.now().toISOString(),
    intent: 'none',
  });
  context.announce(ended);
  return ended;
}

/** The newest commit of the target branch that touched a file of the request. */
async function commitWithContent(
  source: PlanningSource,
  files: ChangeRequest['files'],
): Promise<{ commit?: string; by?: string; at?: string }> {
  const paths = new Set(files.map(file => file.path));
  const history = await source.repository.history();
  const found = history.findLast(commit =>
    commit.changes.some(change => paths.has(change.path)),
  );
  return { commit: found?.id, by: found?.author, at: found?.time };
}

/** True if merging would write nothing: the target has it all, however it came there. */
export async function alreadyIn(
  source: PlanningSource,
  target: string,
  head: string,
): Promise<boolean> {
  const { repository } = source;
  if (await repository.isAncestor(head, target)) return true;
  const merged = await repository.mergeTree({ ours: target, theirs: head });
  return (
    merged.state === 'clean' &&
    merged.tree === (await repository.treeOf(target))
  );
}

/** Commits that somebody pushed to a request's branch are its content now. */
async function adoptHead(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
  target: string,
  head: string,
): Promise<StoredRequest> {
  const { repository } = source;
  const base = (await repository.mergeBase(target, head)) ?? request.baseCommit;
  const { before, after } = await touchedFiles(repository, base, head);
  const adopted = await context.store.update(request, {
    baseCommit: base,
    headCommit: head,
    content: contentId(after),
    files: fileDiffs({ before, after }),
    intent: 'none',
  });
  context.announce(adopted);
  return adopted;
}

/** A push takes seconds; a note older than this was left behind by a crash. */
const LEFT_BEHIND_MS = 120_000;

/**
 * What the note of a push comes to: done, or never happened. While somebody may
 * still be at it, `busy`.
 */
async function settlePublish(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
  head: string | undefined,
): Promise<StoredRequest | 'busy' | undefined> {
  if (request.intent?.type !== 'publish') return request;
  if (head === request.intent.commit) {
    return finishPublishing(context, source, request);
  }
  const age = context.now().getTime() - Date.parse(request.intent.at);
  if (age < LEFT_BEHIND_MS) return 'busy';
  if (request.state === 'preparing') {
    await context.store.remove(request.id);
    return undefined;
  }
  return context.store.update(request, { intent: 'none' });
}

/**
 * Brings a request that is not ended in line with what Git and the forge show:
 * steps that a crash cut short, merges, deletions and pushes from outside.
 *
 * @param target - head of the target branch, just fetched
 * @returns the request as it is now; undefined if it never came to be
 */
export async function reconcileRequest(
  context: ChangesContext,
  source: PlanningSource,
  stored: StoredRequest,
  target: string,
): Promise<StoredRequest | undefined> {
  const { repository } = source;
  const head = (await repository.branches()).get(stored.branch);
  const request = await settlePublish(context, source, stored, head);
  if (request === 'busy') return stored;
  if (!request || request.state !== 'open') return request;

  const { forge } = await context.forgeOf(source);
  const shown = request.forgeNumber && (await forge.get(request.forgeNumber));
  if (shown) {
    await context.store.addReviews(request.id, shown.reviews);
    if (shown.state === 'merged') {
      return endAsMerged(context, request, shown.merged ?? {});
    }
    if (shown.state === 'closed') return endAsClosed(context, request);
  }
  if (await alreadyIn(source, target, head ?? request.headCommit)) {
    return endAsMerged(
      context,
      request,
      await commitWithContent(source, request.files),
    );
  }
  if (!head) return endAsClosed(context, request);
  if (head !== request.headCommit) {
    return adoptHead(context, source, request, target, head);
  }
  return request.intent
    ? context.store.update(request, { intent: 'none' })
    : request;
}
