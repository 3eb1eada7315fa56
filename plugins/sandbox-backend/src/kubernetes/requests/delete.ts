import { JsonObject } from '@backstage/types';
import { collectionOf } from '../Cluster';
import { KubeObject, mapAt, textAt, timestamp } from '../objects';
import { StatusError } from '../status';
import {
  isDryRun,
  keep,
  liveOf,
  ObjectContext,
  RequestContext,
} from './context';

function checkPreconditions(context: ObjectContext, live: KubeObject): void {
  const wanted = mapAt(context.request.body, 'preconditions');
  for (const key of ['uid', 'resourceVersion'] as const) {
    const value = textAt(wanted, key);
    if (value !== undefined && value !== live.metadata[key]) {
      throw new StatusError(
        'Conflict',
        `Operation cannot be fulfilled on ${context.resource.plural} "${context.name}": Precondition failed: ${key} in precondition: ${value}, in object: ${live.metadata[key]}`,
      );
    }
  }
}

/** What a deletion waits for, by how dependents are to be deleted. */
const WAITS_FOR: Readonly<Record<string, string>> = {
  Foreground: 'foregroundDeletion',
  Orphan: 'orphan',
};

function finalizersOf(context: ObjectContext, live: KubeObject): string[] {
  const finalizers = live.metadata.finalizers ?? [];
  const policy = textAt(context.request.body, 'propagationPolicy');
  const extra = policy === undefined ? undefined : WAITS_FOR[policy];
  return extra && !finalizers.includes(extra)
    ? [...finalizers, extra]
    : finalizers;
}

/**
 * DELETE on an object. With finalizers it is only marked; the update that
 * removes the last of them removes the object.
 */
export function deleteObject(context: ObjectContext): JsonObject {
  const { cluster, resource, name } = context;
  const live = liveOf(context);
  checkPreconditions(context, live);
  const finalizers = finalizersOf(context, live);
  if (finalizers.length > 0 || resource.plural === 'namespaces') {
    if (live.metadata.deletionTimestamp) return live;
    const generation = live.metadata.generation;
    return keep(context, {
      ...live,
      metadata: {
        ...live.metadata,
        ...(finalizers.length > 0 ? { finalizers } : {}),
        deletionTimestamp: timestamp(cluster.now()),
        deletionGracePeriodSeconds: 0,
        ...(generation === undefined ? {} : { generation: generation + 1 }),
      },
      ...(resource.plural === 'namespaces' && resource.group === ''
        ? { status: { phase: 'Terminating' } }
        : {}),
    } as KubeObject);
  }
  if (!isDryRun(context)) {
    cluster.store.remove(collectionOf(resource), live);
  }
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(resource.group ? { group: resource.group } : {}),
      kind: resource.plural,
      uid: live.metadata.uid,
    },
  };
}

/** DELETE on a collection. */
export function deleteCollection(
  context: RequestContext,
  objects: KubeObject[],
): void {
  for (const object of objects) {
    deleteObject({
      ...context,
      name: object.metadata.name,
      namespace: object.metadata.namespace,
    });
  }
}
