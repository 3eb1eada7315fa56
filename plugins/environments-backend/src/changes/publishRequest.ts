import { ConflictError } from '@backstage/errors';
import { FileDiff, PlanField } from '@stagecraft/plugin-environments-common';
import { PlanningSource } from '../planning';
import { branchMessage } from './commitMessage';
import { ChangesContext } from './context';
import { Intent, RequestContent, StoredRequest, whenChanged } from './store';

/** The note that this content is about to be pushed. */
export function publishIntent(content: RequestContent, at: Date): Intent {
  return {
    type: 'publish',
    commit: content.headCommit,
    at: at.toISOString(),
    content,
  };
}

/** The content that a note speaks of. */
function contentOf(
  intent: Extract<Intent, { type: 'publish' }>,
): RequestContent {
  return {
    ...intent.content,
    fields: intent.content.fields as PlanField[],
    files: intent.content.files as FileDiff[],
  };
}

/**
 * The part of opening and updating that follows the push: tells the forge and
 * writes down that it happened. May be repeated after a crash.
 */
export async function finishPublishing(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
): Promise<StoredRequest> {
  if (request.intent?.type !== 'publish') return request;
  const content = contentOf(request.intent);
  const { id, forge } = await context.forgeOf(source);
  const shown = await forge.publish({
    id: request.id,
    branch: request.branch,
    headCommit: content.headCommit,
    title: content.title,
    body: branchMessage(content).slice(content.title.length).trim(),
    author: request.author,
  });
  const published = await whenChanged(
    context.store.update(request, {
      ...content,
      state: 'open',
      publishedCommit: content.headCommit,
      target: { state: 'current' },
      forge: id,
      forgeNumber: shown.number,
      forgeUrl: shown.url,
      intent: 'none',
    }),
    async () => {
      // A reconciliation that saw the push may have written it down first.
      const current = await context.store.get(request.id);
      if (current?.headCommit === content.headCommit) return current;
      throw new ConflictError(
        `#${request.id} was changed by somebody else at the same moment`,
      );
    },
  );
  context.announce(published);
  return published;
}

/** Pushes a noted content over the branch as it was noted, and finishes. */
export async function publish(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
): Promise<StoredRequest> {
  if (request.intent?.type !== 'publish') return request;
  await source.repository.push({
    branch: request.branch,
    expected: request.state === 'open' ? request.headCommit : undefined,
    to: request.intent.commit,
  });
  return finishPublishing(context, source, request);
}
