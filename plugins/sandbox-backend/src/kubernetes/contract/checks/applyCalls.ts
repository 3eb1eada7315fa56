import { JsonObject } from '@backstage/types';
import { KubeObject } from '../../objects';
import { CheckContext } from '../types';
import { APPLY } from './fixtures';

/** A server-side apply, whatever comes of it. */
export function apply(
  context: CheckContext,
  target: string,
  body: JsonObject,
  manager = 'argocd-controller',
  query: Record<string, string> = {},
) {
  return context.call('PATCH', target, {
    body,
    contentType: APPLY,
    query: { fieldManager: manager, ...query },
  });
}

/** A server-side apply that must go well. */
export async function applied(
  ...args: Parameters<typeof apply>
): Promise<KubeObject> {
  const { status, body } = await apply(...args);
  if (status >= 300) throw new Error(`apply: ${status} ${body.message}`);
  return body as KubeObject;
}
