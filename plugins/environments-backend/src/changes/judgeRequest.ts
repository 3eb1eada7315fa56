import { PlanningSource } from '../planning';
import { ChangesContext, Judgement } from './context';
import { StoredRequest, TargetState, whenChanged } from './store';
import { touchedFiles } from './touchedFiles';

/**
 * Judges an open request as it would be merged onto this commit of the target
 * branch: its own changes on top of everything that came there since.
 */
export async function judgeRequest(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
  onto: string,
): Promise<Judgement> {
  const { repository } = source;
  const merged = await repository.mergeTree({
    ours: onto,
    theirs: request.headCommit,
  });
  const target: TargetState =
    merged.state === 'conflict'
      ? { state: 'conflict', files: [...merged.files] }
      : { state: onto === request.baseCommit ? 'current' : 'clean' };
  const { before, after } =
    merged.state === 'clean'
      ? await touchedFiles(repository, onto, merged.tree)
      : await touchedFiles(repository, request.baseCommit, request.headCommit);
  const gates = await context.judge.judge({
    service: request.service,
    from: request.from,
    to: request.to,
    source,
    before,
    after,
    review: {
      author: request.author,
      pushers: request.pushers,
      content: request.content,
      reviews: await context.store.reviews(request.id),
    },
  });
  return { target, gates };
}

/** Judges and keeps the verdict for lists, which read only the database. */
export async function keepJudgement(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
): Promise<StoredRequest> {
  const onto = source.repository.head();
  if (!onto || request.state !== 'open') return request;
  const judged = await judgeRequest(context, source, request, onto);
  const shown = ({ gates, target }: Judgement) =>
    JSON.stringify([gates.decision, gates.results, target]);
  if (shown(judged) === shown(request)) return request;
  return whenChanged(
    context.store.update(request, judged).then(kept => {
      context.announce(kept);
      return kept;
    }),
    // Whoever changed it judges it too; this answer is right all the same.
    async () => ({ ...request, ...judged }),
  );
}
