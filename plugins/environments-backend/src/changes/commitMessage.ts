import { ForgeReview } from '@stagecraft/plugin-environments-node';
import { StoredRequest } from './store';

/** Lines that machines read. In a person's own words they would be claims nobody checked. */
const MACHINE_LINE =
  /^(\s*)((?:promoted|approved|merged)-(?:from|by)|gates|change-request|hotfix)(\s*:)/gim;
const REVERT_LINE = /^(\s*)(this reverts commit)/gim;

/** A title on one line, of a length that Git tools show whole. */
export function cleanTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** A description whose lines no machine takes for a trailer. */
export function cleanDescription(description: string): string {
  return description
    .replace(/\r\n?/g, '\n')
    .replace(MACHINE_LINE, '$1> $2$3')
    .replace(REVERT_LINE, '$1> $2')
    .trim();
}

/** `user:default/mira.holt` is `mira.holt` in texts for people. */
export function nameOf(userRef: string): string {
  return userRef.replace(/^user:(default\/)?/, '');
}

function assemble(parts: string[], trailers: readonly string[]): string {
  const paragraphs = [...parts, trailers.join('\n')].filter(
    part => part !== '',
  );
  return `${paragraphs.join('\n\n')}\n`;
}

/** Message of the commit on a request's branch. */
export function branchMessage(content: {
  title: string;
  description: string;
  trailers: readonly string[];
}): string {
  return assemble([content.title, content.description], content.trailers);
}

/** Message of the commit on the target branch: the same, and who agreed to it. */
export function mergeMessage(
  request: StoredRequest,
  reviews: readonly ForgeReview[],
  by: string,
): string {
  const approvers = new Set(
    reviews
      .filter(
        review =>
          review.state === 'approved' && review.content === request.content,
      )
      .map(review => nameOf(review.by)),
  );
  return assemble(
    [`${request.title} (#${request.id})`, request.description],
    [
      ...request.trailers,
      `Change-Request: #${request.id}`,
      ...[...approvers].map(name => `Approved-By: ${name}`),
      `Merged-By: ${nameOf(by)}`,
    ],
  );
}
