import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { emptyObject } from '@stagecraft/engine';
import { noteUpdate } from '../apply/ownership';
import { Cluster } from '../Cluster';
import { isMap, KubeObject, timestamp } from '../objects';
import { alreadyExists, notFound, StatusError, Subject } from '../status';
import { Resource } from '../types/Resource';
import { assignFields } from './assign';
import {
  bodyObject,
  keep,
  RequestContext,
  unwritableOf,
  writerOf,
} from './context';
import { normalize } from './normalize';
import { validate } from './validate';

const NAMESPACES: Subject = {
  group: '',
  plural: 'namespaces',
  kind: 'Namespace',
};

/** Refuses what would be made in a namespace that is not there or goes away. */
export function checkNamespace(
  cluster: Cluster,
  resource: Resource,
  namespace: string | undefined,
  name: string,
): void {
  if (!resource.namespaced || namespace === undefined) return;
  const found = cluster.store.get('namespaces', undefined, namespace);
  if (!found) throw notFound(NAMESPACES, namespace);
  if (found.metadata.deletionTimestamp) {
    throw new StatusError(
      'Forbidden',
      `${resource.plural} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
    );
  }
}

/** Gives a new object what only the server can give. */
export function asNew(object: KubeObject, context: RequestContext): KubeObject {
  const { resource, cluster } = context;
  const {
    managedFields: _m,
    resourceVersion: _v,
    deletionTimestamp: _d,
    ...given
  } = object.metadata;
  const { status: _s, ...content } = object;
  const metadata = {
    ...given,
    uid: randomUUID(),
    creationTimestamp: timestamp(cluster.now()),
    ...(resource.generation ? { generation: 1 } : {}),
  };
  const kept = resource.status ? content : object;
  return assignFields({ ...kept, metadata } as KubeObject, resource, cluster);
}

/** What an object of a kind has before anybody gives it anything. */
function emptyOf(resource: Resource): JsonObject {
  const empty = resource.schema ? undefined : emptyObject(resource);
  return empty ? { ...(empty as JsonObject), status: {} } : {};
}

/** POST on a collection. */
export function createObject(context: RequestContext): KubeObject {
  const { cluster, resource, namespace, request } = context;
  let object = bodyObject(context, request.body);
  const { name, generateName } = object.metadata;
  if (!name && generateName) {
    const suffix = randomBytes(4).toString('hex').slice(0, 5);
    object = {
      ...object,
      metadata: { ...object.metadata, name: `${generateName}${suffix}` },
    } as KubeObject;
  }
  if (!object.metadata.name) {
    throw new StatusError(
      'Invalid',
      `${resource.kind} "" is invalid: metadata.name: Required value: name or generateName is required`,
    );
  }
  if (isMap(request.body) && object.metadata.resourceVersion) {
    throw new StatusError(
      'BadRequest',
      'resourceVersion should not be set on objects to be created',
    );
  }
  checkNamespace(cluster, resource, namespace, object.metadata.name);
  if (cluster.get(resource, namespace, object.metadata.name)) {
    throw alreadyExists(resource, object.metadata.name);
  }
  const fresh = asNew(normalize(object, resource), context);
  validate(fresh, resource);
  const noted = noteUpdate(emptyOf(resource), fresh, {
    type: resource.type,
    unwritable: unwritableOf(context),
    writer: writerOf(context),
  });
  return keep(context, noted);
}
