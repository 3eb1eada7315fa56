import { ConflictError, NotAllowedError } from '@backstage/errors';
import { ReviewRequest } from '@stagecraft/plugin-environments-common';
import { PlanningSource } from '../planning';
import { ChangesContext } from './context';
import { keepJudgement } from './judgeRequest';
import { StoredRequest } from './store';
import { whyNotApprove } from './verdicts';

const STATES = {
  approve: 'approved',
  requestChanges: 'changesRequested',
  comment: 'commented',
} as const;

/**
 * Takes down what somebody says of a request's content. Comments are welcome
 * after its end too; approving the same content again changes nothing.
 *
 * @throws NotAllowedError for the approval of one's own change
 * @throws ConflictError for a verdict on a request that is ended
 */
export async function reviewRequest(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
  options: { review: ReviewRequest; user: string },
): Promise<StoredRequest> {
  const { review, user } = options;
  if (request.state !== 'open' && review.verdict !== 'comment') {
    throw new ConflictError(`#${request.id} is ${request.state}.`);
  }
  if (review.verdict === 'approve') {
    const reviews = await context.store.reviews(request.id);
    const why = whyNotApprove(request, reviews, user);
    if (why && request.pushers.includes(user)) throw new NotAllowedError(why);
    if (why) return request;
  }
  const { forge } = await context.forgeOf(source);
  const shown = await forge.review(request.forgeNumber ?? request.id, {
    by: user,
    state: STATES[review.verdict],
    comment: review.comment?.trim() || undefined,
    at: context.now(),
    content: request.content,
  });
  await context.store.addReviews(request.id, shown.reviews);
  context.announce(request);
  return keepJudgement(context, source, request);
}
