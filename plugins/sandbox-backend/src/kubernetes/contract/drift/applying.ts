import { isMap, KubeObject } from '../../objects';
import { CheckContext } from '../types';
import { APPLY } from '../checks/fixtures';

/** How the gitops tool applies: on the client's side or on the server's. */
export type Mode = 'csa' | 'ssa';

export const GITOPS = 'argocd-controller';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object with the annotation in which client-side apply keeps it. */
export function withLastApplied(
  object: KubeObject,
  sent: KubeObject,
): KubeObject {
  const { metadata } = object;
  const text = JSON.stringify({
    ...sent,
    metadata: { annotations: {}, ...sent.metadata },
  });
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...(isMap(metadata.annotations) ? metadata.annotations : {}),
        [LAST_APPLIED]: `${text}\n`,
      },
    },
  } as KubeObject;
}

/** The first sync of an object, as Argo CD does it. */
export async function applyFirst(
  context: CheckContext,
  collection: string,
  object: KubeObject,
  mode: Mode,
): Promise<KubeObject> {
  const query = { fieldManager: GITOPS };
  if (mode === 'csa') {
    const body = withLastApplied(object, object);
    return context.expectOk('POST', collection, { body, query });
  }
  return context.expectOk('PATCH', `${collection}/${object.metadata.name}`, {
    body: object,
    contentType: APPLY,
    query: { ...query, force: 'true' },
  });
}
