import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, KubeObject, mapAt, textAt, valueAt } from '../objects';
import { KubeAnswer } from '../Request';
import { notFound, StatusError } from '../status';
import { liveOf, ObjectContext } from './context';
import { patched } from './patch';
import { writeObject } from './update';

function pathOf(path: string): string[] {
  return path.split('.').slice(1);
}

function withValue(
  object: JsonValue | undefined,
  path: string[],
  value: JsonValue,
): JsonValue {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const map: JsonObject = isMap(object) ? object : {};
  return { ...map, [key]: withValue(map[key], rest, value) };
}

function selectorText(object: KubeObject): string {
  const labels = mapAt(object, 'spec', 'selector', 'matchLabels') ?? {};
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** The Scale of an object. Throws NotFound for kinds that have none. */
export function scaleOf(
  context: ObjectContext,
  object: KubeObject,
): JsonObject {
  const { resource, name } = context;
  if (!resource.scale) throw notFound(resource, `${name}/scale`);
  const { specReplicasPath, statusReplicasPath } = resource.scale;
  const { namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: valueAt(object, ...pathOf(specReplicasPath)) ?? 0 },
    status: {
      replicas: valueAt(object, ...pathOf(statusReplicasPath)) ?? 0,
      selector: selectorText(object),
    },
  };
}

/** GET, PUT and PATCH on the scale subresource. */
export function handleScale(context: ObjectContext): KubeAnswer {
  const { request, resource } = context;
  const live = liveOf(context);
  const scale = scaleOf(context, live);
  if (request.method === 'GET') return { status: 200, body: scale };
  if (request.method !== 'PUT' && request.method !== 'PATCH') {
    throw new StatusError(
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
    );
  }
  const wanted =
    request.method === 'PUT' ? request.body : patched({ ...context }, scale);
  const replicas = valueAt(wanted, 'spec', 'replicas');
  const path = resource.scale ? pathOf(resource.scale.specReplicasPath) : [];
  const next = withValue(live, path, replicas ?? 0) as KubeObject;
  const expected = textAt(wanted, 'metadata', 'resourceVersion');
  const body = {
    ...next,
    metadata: { ...next.metadata, resourceVersion: expected },
  } as KubeObject;
  return { status: 200, body: scaleOf(context, writeObject(context, body)) };
}
