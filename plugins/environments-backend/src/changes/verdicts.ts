import {
  ChangeRequest,
  ChangeRequestHead,
} from '@stagecraft/plugin-environments-common';
import { ForgeReview } from '@stagecraft/plugin-environments-node';
import { StoredRequest } from './store';

type Permit = ChangeRequest['may']['merge'];

function list(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function titles(request: StoredRequest, verdict: 'fail' | 'pending'): string[] {
  return request.gates.results
    .filter(result => result.verdict === verdict)
    .map(result => result.title);
}

function ended(request: StoredRequest): string | undefined {
  return request.state === 'open'
    ? undefined
    : `#${request.id} is ${request.state}.`;
}

/** The sentence that says why a request cannot be merged; undefined if it can. */
export function whyNotMerge(request: StoredRequest): string | undefined {
  const over = ended(request);
  if (over) return over;
  if (request.target.state === 'conflict') {
    return `${request.to} has moved on: ${list(
      request.target.files,
    )} changed in another way. Rebase the plan.`;
  }
  const fails = titles(request, 'fail');
  if (fails.length > 0) {
    return `${fails.length === 1 ? 'Gate fails' : 'Gates fail'}: ${list(
      fails,
    )}.`;
  }
  const waits = titles(request, 'pending');
  if (waits.length > 0) {
    return `Merge waits for ${
      waits.length === 1 ? '1 gate' : `${waits.length} gates`
    }: ${list(waits)}.`;
  }
  return request.gates.decision === 'allow'
    ? undefined
    : 'The gates do not allow it.';
}

/** The sentence that says why somebody cannot approve a request; undefined if they can. */
export function whyNotApprove(
  request: StoredRequest,
  reviews: readonly ForgeReview[],
  user: string,
): string | undefined {
  const over = ended(request);
  if (over) return over;
  if (request.author === user) {
    return 'You opened this request; somebody else has to approve it.';
  }
  if (request.pushers.includes(user)) {
    return 'You changed what this request writes; somebody else has to approve it.';
  }
  const last = reviews.findLast(
    review =>
      review.by === user &&
      review.state !== 'commented' &&
      review.content === request.content,
  );
  return last?.state === 'approved'
    ? 'You have approved this content already.'
    : undefined;
}

function permit(reason: string | undefined): Permit {
  return reason === undefined ? { allowed: true } : { allowed: false, reason };
}

/** What a person may do as far as the request itself is concerned. */
export function mayDo(
  request: StoredRequest,
  reviews: readonly ForgeReview[],
  user: string,
): ChangeRequest['may'] {
  return {
    approve: permit(whyNotApprove(request, reviews, user)),
    merge: permit(whyNotMerge(request)),
    close: permit(ended(request)),
  };
}

/** The one word for where a request is. */
export function progressOf(
  request: StoredRequest,
): ChangeRequestHead['progress'] {
  if (request.state === 'merged' || request.state === 'closed') {
    return request.state;
  }
  if (
    request.target.state === 'conflict' ||
    request.gates.decision === 'block'
  ) {
    return 'blocked';
  }
  if (request.gates.decision === 'allow') return 'ready';
  const waits = request.gates.results.filter(
    result => result.verdict === 'pending',
  );
  return waits.every(result => result.gate === 'approval')
    ? 'inReview'
    : 'waiting';
}
