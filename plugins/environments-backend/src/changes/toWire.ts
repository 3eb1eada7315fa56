import {
  ChangeRequest,
  ChangeRequestHead,
} from '@stagecraft/plugin-environments-common';
import { ForgeReview } from '@stagecraft/plugin-environments-node';
import { StoredRequest } from './store';
import { mayDo, progressOf } from './verdicts';

/** A request as lists and cards show it. */
export function toHead(request: StoredRequest): ChangeRequestHead {
  const { results } = request.gates;
  const count = (...verdicts: string[]) =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    id: request.id,
    type: request.type,
    title: request.title,
    service: request.service,
    from: request.from,
    to: request.to,
    state: request.state === 'preparing' ? 'open' : request.state,
    author: request.author,
    openedAt: request.openedAt,
    progress: progressOf(request),
    gates: {
      pass: count('pass', 'warn'),
      wait: count('pending'),
      fail: count('fail'),
    },
    url: request.forgeUrl,
  };
}

/** A request as its page shows it to one person. */
export function toChangeRequest(
  request: StoredRequest,
  reviews: readonly ForgeReview[],
  user: string,
): ChangeRequest {
  return {
    ...toHead(request),
    description: request.description,
    trailers: request.trailers,
    branch: request.branch,
    baseCommit: request.baseCommit,
    headCommit: request.headCommit,
    mergedCommit: request.mergedCommit,
    mergedBy: request.mergedBy,
    mergedAt: request.mergedAt,
    closedBy: request.closedBy,
    closedAt: request.closedAt,
    fields: request.fields,
    files: request.files,
    gates: request.gates,
    reviews: reviews.map(review => ({
      by: review.by,
      state: review.state,
      comment: review.comment,
      at: review.at,
      outdated: review.content !== request.content,
    })),
    target: request.target,
    may: mayDo(request, reviews, user),
  };
}
