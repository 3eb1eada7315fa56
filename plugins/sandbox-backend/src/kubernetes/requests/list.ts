import { JsonObject } from '@backstage/types';
import { Cluster } from '../Cluster';
import { KubeObject } from '../objects';
import { StatusError } from '../status';
import { apiVersionOf } from '../types/Resource';
import { RequestContext } from './context';
import { fieldSelector, labelSelector } from './selectors';

/** How many unfinished lists are remembered. */
const MAX_LISTS = 50;

interface OpenList {
  readonly version: number;
  readonly rest: KubeObject[];
}

const openLists = new WeakMap<Cluster, Map<string, OpenList>>();
let nextToken = 0;

/** The objects that the request selects. */
export function selected(context: RequestContext): KubeObject[] {
  const { cluster, resource, namespace, request } = context;
  const labels = labelSelector(request.query.get('labelSelector'));
  const fields = fieldSelector(request.query.get('fieldSelector'));
  return cluster
    .list(resource, namespace)
    .filter(object => labels(object) && fields(object));
}

function remember(cluster: Cluster, open: OpenList): string {
  const lists = openLists.get(cluster) ?? new Map<string, OpenList>();
  openLists.set(cluster, lists);
  const token = Buffer.from(
    JSON.stringify({ v: 'sandbox', id: ++nextToken }),
  ).toString('base64url');
  lists.set(token, open);
  const oldest = lists.keys().next().value;
  if (lists.size > MAX_LISTS && oldest !== undefined) lists.delete(oldest);
  return token;
}

function resume(cluster: Cluster, token: string): OpenList {
  const open = openLists.get(cluster)?.get(token);
  if (!open) {
    throw new StatusError(
      'Expired',
      'The provided continue parameter is too old to display a consistent list result.',
    );
  }
  return open;
}

/** GET on a collection: all of it, or page by page as it was at the start. */
export function listObjects(context: RequestContext): JsonObject {
  const { cluster, resource, request } = context;
  const token = request.query.get('continue');
  const { version, rest } = token
    ? resume(cluster, token)
    : { version: cluster.store.version, rest: selected(context) };
  const limit = Number(request.query.get('limit') ?? 0);
  const cut = limit > 0 && rest.length > limit ? limit : rest.length;
  const metadata: JsonObject = { resourceVersion: String(version) };
  if (cut < rest.length) {
    metadata.continue = remember(cluster, { version, rest: rest.slice(cut) });
    metadata.remainingItemCount = rest.length - cut;
  }
  return {
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata,
    items: rest.slice(0, cut),
  };
}
