import { JsonObject, JsonValue } from '@backstage/types';
import { noteUpdate, sameButTimes } from '../apply/ownership';
import { collectionOf } from '../Cluster';
import { KubeObject, sameJson } from '../objects';
import { StatusError, staleVersion } from '../status';
import { Resource } from '../types/Resource';
import {
  bodyObject,
  isDryRun,
  keep,
  liveOf,
  ObjectContext,
  unwritableOf,
  writerOf,
} from './context';
import { normalize } from './normalize';
import { validate } from './validate';

/** Everything that a change of counts as a new generation. */
function content(object: KubeObject, status: boolean): JsonValue {
  const { metadata: _m, apiVersion: _a, ...rest } = object as JsonObject;
  if (!status) return rest;
  const { status: _s, ...withoutStatus } = rest;
  return withoutStatus;
}

/** The new object with what a client cannot change taken from the live one. */
export function carryOver(
  live: KubeObject,
  next: KubeObject,
  context: ObjectContext,
): KubeObject {
  const { resource, subresource } = context;
  if (subresource === 'status') {
    const { status: _, ...rest } = live;
    return (
      next.status === undefined ? rest : { ...rest, status: next.status }
    ) as KubeObject;
  }
  const { status: _s, ...given } = next;
  const kept =
    resource.status && live.status !== undefined
      ? { ...given, status: live.status }
      : given;
  const base = resource.status ? kept : next;
  const metadata = { ...next.metadata };
  for (const key of [
    'uid',
    'creationTimestamp',
    'generation',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'resourceVersion',
    'managedFields',
  ] as const) {
    delete metadata[key];
    if (live.metadata[key] !== undefined) {
      Object.assign(metadata, { [key]: live.metadata[key] });
    }
  }
  const carried = { ...base, metadata } as KubeObject;
  const changed = !sameJson(
    content(live, resource.status),
    content(carried, resource.status),
  );
  if (!changed || !resource.generation) return carried;
  return {
    ...carried,
    metadata: { ...metadata, generation: (live.metadata.generation ?? 0) + 1 },
  } as KubeObject;
}

/** Keeps a changed object; nothing is written if it is the same. */
export function keepChanged(
  context: ObjectContext,
  live: KubeObject,
  next: KubeObject,
): KubeObject {
  const { cluster, resource } = context;
  if (sameButTimes(live, next)) return live;
  const kept = keep(context, next);
  const finalizers = kept.metadata.finalizers ?? [];
  if (
    kept.metadata.deletionTimestamp &&
    finalizers.length === 0 &&
    !isDryRun(context) &&
    resource.plural !== 'namespaces'
  ) {
    cluster.store.remove(collectionOf(resource), kept);
  }
  return kept;
}

/** Refuses an object that was read before the live one was changed. */
export function checkVersion(
  context: ObjectContext,
  live: KubeObject,
  next: KubeObject,
): void {
  const { resourceVersion, uid } = next.metadata;
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
    throw staleVersion(context.resource, context.name);
  }
  if (uid && uid !== live.metadata.uid) {
    throw new StatusError(
      'Conflict',
      `Operation cannot be fulfilled on ${context.resource.plural} "${context.name}": Precondition failed: UID in precondition: ${uid}, UID in object meta: ${live.metadata.uid}`,
    );
  }
}

/** Built-in objects have a status, however empty: nobody brings it. */
function asTyped(live: KubeObject, resource: Resource): KubeObject {
  return resource.status && !resource.schema && live.status === undefined
    ? ({ ...live, status: {} } as KubeObject)
    : live;
}

/** Writes an object over the live one, as PUT and the patches do. */
export function writeObject(
  context: ObjectContext,
  body: JsonValue | undefined,
): KubeObject {
  const { resource, name } = context;
  const live = liveOf(context);
  const object = bodyObject(context, body);
  if (object.metadata.name !== name) {
    throw new StatusError(
      'BadRequest',
      `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  checkVersion(context, live, object);
  const next = carryOver(live, normalize(object, resource), context);
  validate(next, resource, live);
  const noted = noteUpdate(asTyped(live, resource), next, {
    type: resource.type,
    unwritable: unwritableOf(context),
    writer: writerOf(context),
  });
  return keepChanged(context, live, noted);
}
