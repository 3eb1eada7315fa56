import { ConflictError } from '@backstage/errors';
import { PlanningSource } from '../planning';
import { ChangesContext } from './context';
import { removeBranch } from './mergeRequest';
import { StoredRequest } from './store';

/**
 * Ends a request unmerged and takes its branch away. Closing a closed one
 * changes nothing.
 *
 * @throws ConflictError if it is merged
 */
export async function closeRequest(
  context: ChangesContext,
  source: PlanningSource,
  request: StoredRequest,
  user: string,
): Promise<StoredRequest> {
  if (request.state === 'closed') return request;
  if (request.state === 'merged') {
    throw new ConflictError(`#${request.id} is merged.`);
  }
  const at = context.now();
  const { forge } = await context.forgeOf(source);
  await forge.close(request.forgeNumber ?? request.id, { by: user, at });
  const closed = await context.store.update(request, {
    state: 'closed',
    closedBy: user,
    closedAt: at.toISOString(),
    intent: 'none',
  });
  context.announce(closed);
  await removeBranch(context, source, closed);
  return closed;
}
