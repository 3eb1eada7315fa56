import { JsonObject, JsonValue } from '@backstage/types';
import { FieldSet } from '../apply/FieldSet';
import { Writer } from '../apply/ownership';
import { Cluster, collectionOf } from '../Cluster';
import { isMap, KubeObject } from '../objects';
import { KubeRequest } from '../Request';
import { notFound, StatusError } from '../status';
import { apiVersionOf, Resource } from '../types/Resource';

/** What a request is about, once its path has been read. */
export interface RequestContext {
  readonly cluster: Cluster;
  readonly resource: Resource;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
  readonly request: KubeRequest;
}

export interface ObjectContext extends RequestContext {
  readonly name: string;
}

const STATUS = FieldSet.parse({ 'f:status': {} });
const ALL_BUT_STATUS = FieldSet.parse({
  'f:metadata': {},
  'f:spec': {},
  'f:data': {},
});

/** Fields that the request leaves as they are. */
export function unwritableOf(context: RequestContext): FieldSet {
  if (context.subresource === 'status') return ALL_BUT_STATUS;
  return context.resource.status ? STATUS : FieldSet.EMPTY;
}

/** The manager's name: what the client says, else the start of its user agent. */
export function writerOf(context: RequestContext): Writer {
  const { request, resource, subresource, cluster } = context;
  const agent = (request.userAgent ?? '').split('/')[0];
  return {
    manager: request.query.get('fieldManager') || agent || 'unknown',
    apiVersion: apiVersionOf(resource),
    subresource,
    now: cluster.now(),
  };
}

export function isDryRun(context: RequestContext): boolean {
  const values = context.request.query.getAll('dryRun');
  const options = context.request.body;
  if (context.request.method === 'DELETE' && isMap(options)) {
    const wanted = options.dryRun;
    if (Array.isArray(wanted)) values.push(...wanted.map(String));
  }
  if (values.some(value => value !== 'All')) {
    throw new StatusError(
      'Invalid',
      `dryRun: Unsupported value: ${JSON.stringify(
        values,
      )}: supported values: "All"`,
    );
  }
  return values.length > 0;
}

/** The live object. Throws NotFound. */
export function liveOf(context: ObjectContext): KubeObject {
  const { cluster, resource, namespace, name } = context;
  const live = cluster.get(resource, namespace, name);
  if (!live) throw notFound(resource, name);
  return live;
}

/** Keeps an object, unless it is only a trial, and returns it as kept. */
export function keep(context: RequestContext, object: KubeObject): KubeObject {
  const { cluster, resource } = context;
  if (isDryRun(context)) return object;
  return cluster.store.put(collectionOf(resource), object);
}

/** The body as an object of the kind that the path names. Throws BadRequest. */
export function bodyObject(
  context: RequestContext,
  body: JsonValue | undefined,
): KubeObject {
  const { resource, namespace } = context;
  if (!isMap(body)) {
    throw new StatusError('BadRequest', 'the body of the request is no object');
  }
  const wanted = apiVersionOf(resource);
  const apiVersion = body.apiVersion ?? wanted;
  const kind = body.kind ?? resource.kind;
  if (apiVersion !== wanted || kind !== resource.kind) {
    throw new StatusError(
      'BadRequest',
      `the API version in the data (${apiVersion}, ${kind}) does not match the expected API version (${wanted}, ${resource.kind})`,
    );
  }
  const metadata: JsonObject = isMap(body.metadata) ? { ...body.metadata } : {};
  if (metadata.namespace && metadata.namespace !== namespace) {
    throw new StatusError(
      'BadRequest',
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (namespace !== undefined) metadata.namespace = namespace;
  return {
    ...body,
    apiVersion: wanted,
    kind: resource.kind,
    metadata,
  } as KubeObject;
}
