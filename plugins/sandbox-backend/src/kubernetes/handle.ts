import { Cluster } from './Cluster';
import { discover } from './discovery';
import { describeApi } from './openapi';
import { KubeAnswer, KubeRequest, KubeResponse } from './Request';
import { liveOf, ObjectContext, RequestContext } from './requests/context';
import { createObject } from './requests/create';
import { deleteCollection, deleteObject } from './requests/delete';
import { listObjects, selected } from './requests/list';
import { patchObject } from './requests/patch';
import { handleScale } from './requests/scale';
import { writeObject } from './requests/update';
import { watchObjects } from './requests/watch';
import { StatusError } from './status';

const NO_PATH = 'the server could not find the requested resource';

function notAllowed(): StatusError {
  return new StatusError(
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  );
}

/** Reads `/api/v1/…` and `/apis/<group>/<version>/…`. */
function readPath(cluster: Cluster, request: KubeRequest): RequestContext {
  const parts = request.path.split('/').filter(Boolean).map(decodeURIComponent);
  const core = parts[0] === 'api';
  const group = core ? '' : parts[1] ?? '';
  const version = core ? parts[1] : parts[2];
  let rest = parts.slice(core ? 2 : 3);
  let namespace: string | undefined;
  const inNamespace =
    rest[0] === 'namespaces' &&
    rest.length > 2 &&
    !(core && rest.length === 3 && ['status', 'finalize'].includes(rest[2]));
  if (inNamespace) {
    namespace = rest[1];
    rest = rest.slice(2);
  }
  const [plural, name, subresource] = rest;
  const resource = cluster.registry.find(group, version, plural);
  if (!resource || rest.length > 3 || rest.length === 0) {
    throw new StatusError('NotFound', NO_PATH);
  }
  if (
    (namespace !== undefined && !resource.namespaced) ||
    (resource.namespaced && namespace === undefined && name !== undefined)
  ) {
    throw new StatusError('NotFound', NO_PATH);
  }
  return { cluster, resource, namespace, name, subresource, request };
}

function onObject(context: ObjectContext): KubeAnswer {
  const { request, resource, subresource } = context;
  if (subresource === 'scale') return handleScale(context);
  if (
    subresource !== undefined &&
    !(subresource === 'status' && resource.status)
  ) {
    throw new StatusError('NotFound', NO_PATH);
  }
  switch (request.method) {
    case 'GET':
      return { status: 200, body: liveOf(context) };
    case 'PUT':
      return { status: 200, body: writeObject(context, request.body) };
    case 'PATCH':
      return patchObject(context);
    case 'DELETE':
      if (subresource) throw notAllowed();
      return { status: 200, body: deleteObject(context) };
    default:
      throw notAllowed();
  }
}

function onCollection(context: RequestContext): KubeAnswer {
  const { request, resource, namespace } = context;
  switch (request.method) {
    case 'GET':
      return { status: 200, body: listObjects(context) };
    case 'POST':
      if (resource.namespaced && namespace === undefined) throw notAllowed();
      return { status: 201, body: createObject(context) };
    case 'DELETE': {
      const objects = selected(context);
      const list = listObjects(context);
      deleteCollection(context, objects);
      return { status: 200, body: list };
    }
    default:
      throw notAllowed();
  }
}

function isWatch(request: KubeRequest): boolean {
  return ['true', '1'].includes(request.query.get('watch') ?? '');
}

function route(cluster: Cluster, request: KubeRequest): KubeResponse {
  const answer = (found: KubeAnswer): KubeResponse => ({
    kind: 'answer',
    answer: found,
  });
  const path = request.path.replace(/\/$/, '');
  const discovery = discover(cluster, path) ?? describeApi(cluster, path);
  if (discovery) {
    if (request.method !== 'GET') throw notAllowed();
    return answer({ status: 200, body: discovery });
  }
  const context = readPath(cluster, request);
  const { name } = context;
  if (request.method === 'GET' && isWatch(request)) {
    return { kind: 'watch', start: watchObjects(context) };
  }
  return answer(
    name === undefined ? onCollection(context) : onObject({ ...context, name }),
  );
}

/**
 * Answers a request to the API of a cluster. Every request is done before the
 * next one starts, so writes need no locks.
 */
export function handle(cluster: Cluster, request: KubeRequest): KubeResponse {
  try {
    return route(cluster, request);
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return {
      kind: 'answer',
      answer: { status: error.code, body: error.toStatus() },
    };
  }
}
