import { ConflictError } from '@backstage/errors';
import { CreateChangeRequest } from '@stagecraft/plugin-environments-common';
import { PlannedChange, PlanningSource } from '../planning';
import { contentId } from '../repository';
import { branchName } from './branchName';
import { branchMessage, cleanDescription, cleanTitle } from './commitMessage';
import { ChangesContext } from './context';
import { publish, publishIntent } from './publishRequest';
import { reconcileRequest } from './reconcileRequest';
import { RequestContent, StoredRequest } from './store';

/** What became of a plan. */
export interface Opened {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly request: StoredRequest;
}

type Words = Pick<CreateChangeRequest, 'title' | 'description'>;

async function draftContent(
  context: ChangesContext,
  source: PlanningSource,
  change: PlannedChange,
  words: Words,
  user: string,
): Promise<RequestContent> {
  const text = {
    title: cleanTitle(words.title ?? '') || change.text.title,
    description:
      words.description === undefined
        ? change.text.body
        : cleanDescription(words.description),
    trailers: [...change.text.trailers],
  };
  const author = await context.people.identityOf(user);
  const { commit } = await source.repository.commitFiles({
    parent: change.base,
    files: change.files,
    message: branchMessage(text),
    author,
    committer: author,
    at: context.now(),
  });
  return {
    ...text,
    baseCommit: change.base,
    headCommit: commit,
    content: contentId(change.files),
    fields: [...change.fields],
    files: [...change.diffs],
  };
}

function sameWords(open: StoredRequest, words: Words): boolean {
  return (
    (words.title === undefined || cleanTitle(words.title) === open.title) &&
    (words.description === undefined ||
      cleanDescription(words.description) === open.description)
  );
}

async function update(
  context: ChangesContext,
  source: PlanningSource,
  open: StoredRequest,
  change: PlannedChange,
  options: { words: Words; user: string },
): Promise<Opened> {
  const same =
    open.content === contentId(change.files) &&
    sameWords(open, options.words) &&
    open.target.state !== 'conflict';
  if (same) return { outcome: 'unchanged', request: open };
  if (open.headCommit !== open.publishedCommit) {
    throw new ConflictError(
      `Somebody pushed to the branch of #${open.id}. Merge or close it before planning anew, so that nothing of it is lost.`,
    );
  }
  const content = await draftContent(
    context,
    source,
    change,
    options.words,
    options.user,
  );
  const noted = await context.store.update(open, {
    intent: publishIntent(content, context.now()),
    gates: change.gates,
    pushers: [...new Set([...open.pushers, options.user])],
  });
  return { outcome: 'updated', request: await publish(context, source, noted) };
}

/**
 * Opens a request for a plan, or brings the open one of the same way up to
 * date. Steps: commit object, note, push, forge, record. After a crash the note
 * tells the next start how far it came.
 *
 * @throws ConflictError if somebody else works on the same way
 */
export async function openRequest(
  context: ChangesContext,
  source: PlanningSource,
  change: PlannedChange,
  options: { words: Words; user: string },
): Promise<Opened> {
  const found = await context.store.onWay(change.repository, change.way);
  const { head } = await source.repository.fetch();
  const known = found && (await reconcileRequest(context, source, found, head));
  const open =
    known?.state === 'open' || known?.state === 'preparing' ? known : undefined;
  if (open?.state === 'open') {
    return update(context, source, open, change, options);
  }
  const content = await draftContent(
    context,
    source,
    change,
    options.words,
    options.user,
  );
  const { id } = await context.forgeOf(source);
  const draft = {
    ...content,
    author: options.user,
    pushers: [options.user],
    branch: branchName(change, content.headCommit),
    publishedCommit: content.headCommit,
    gates: change.gates,
    target: { state: 'current' as const },
    forge: id,
    openedAt: context.now().toISOString(),
    intent: publishIntent(content, context.now()),
  };
  // One that was begun and never pushed is taken over: whoever began it, if
  // still alive, finds it changed and stops.
  const prepared = open
    ? await context.store.update(open, draft)
    : await context.store.insert({
        ...draft,
        repository: change.repository,
        type: change.type,
        service: change.service,
        from: change.from,
        to: change.to,
        way: change.way,
      });
  return {
    outcome: 'created',
    request: await publish(context, source, prepared),
  };
}
