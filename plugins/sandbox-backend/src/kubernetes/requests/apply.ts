import { JsonObject } from '@backstage/types';
import { applyConfiguration } from '../apply/ownership';
import { KubeObject, mapAt } from '../objects';
import { KubeAnswer } from '../Request';
import { StatusError } from '../status';
import { FieldType } from '../types/FieldType';
import {
  bodyObject,
  keep,
  ObjectContext,
  unwritableOf,
  writerOf,
} from './context';
import { asNew, checkNamespace } from './create';
import { normalize } from './normalize';
import { carryOver, checkVersion, keepChanged } from './update';
import { validate } from './validate';

/** The first field that the kind's schema does not know, if any. */
function unknownField(
  value: unknown,
  type: FieldType,
  path: string,
): string | undefined {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = unknownField(item, type.items, path);
      if (found) return found;
    }
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const inside = `${path}.${key}`;
    if (type.refuses(key)) return inside;
    const found = unknownField(child, type.field(key), inside);
    if (found) return found;
  }
  return undefined;
}

function checkConfig(context: ObjectContext, config: KubeObject): void {
  const { request, resource, namespace, name } = context;
  if (!request.query.get('fieldManager')) {
    throw new StatusError(
      'Invalid',
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    );
  }
  if (config.metadata.managedFields) {
    throw new StatusError('BadRequest', 'metadata.managedFields must be nil');
  }
  if (config.metadata.name !== name) {
    throw new StatusError(
      'BadRequest',
      `the name of the object (${config.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  const unknown = unknownField(config, resource.type, '');
  if (unknown) {
    throw new StatusError(
      'InternalError',
      `failed to create typed patch object (${namespace ?? ''}/${name}; ${
        config.apiVersion
      }, Kind=${resource.kind}): ${unknown}: field not declared in schema`,
    );
  }
}

/** PATCH with an apply configuration; makes the object if it is not there. */
export function applyObject(context: ObjectContext): KubeAnswer {
  const { cluster, resource, namespace, name, request } = context;
  const given: JsonObject = mapAt(request.body) ?? {};
  const config = bodyObject(context, {
    ...given,
    metadata: { name, ...mapAt(given, 'metadata') },
  });
  checkConfig(context, config);
  const live = cluster.get(resource, namespace, name);
  const options = {
    writer: writerOf(context),
    force: request.query.get('force') === 'true',
    type: resource.type,
    unwritable: unwritableOf(context),
  };
  if (live) {
    checkVersion(context, live, config);
    const { resourceVersion: _v, uid: _u, ...metadata } = config.metadata;
    const wanted = { ...config, metadata } as KubeObject;
    const applied = applyConfiguration(live, wanted, options);
    const next = carryOver(live, normalize(applied, resource), context);
    const owned = withManagedFields(next, applied);
    validate(owned, resource, live);
    return { status: 200, body: keepChanged(context, live, owned) };
  }
  if (context.subresource || config.metadata.resourceVersion) {
    throw new StatusError('NotFound', `${resource.plural} "${name}" not found`);
  }
  checkNamespace(cluster, resource, namespace, name);
  const empty = {
    apiVersion: config.apiVersion,
    kind: config.kind,
    metadata: { name, ...(namespace ? { namespace } : {}) },
  } as KubeObject;
  const applied = applyConfiguration(empty, config, options);
  const fresh = withManagedFields(
    asNew(normalize(applied, resource), context),
    applied,
  );
  validate(fresh, resource);
  return { status: 201, body: keep(context, fresh) };
}

function withManagedFields(object: KubeObject, from: KubeObject): KubeObject {
  const { managedFields } = from.metadata;
  const { managedFields: _, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: managedFields ? { ...metadata, managedFields } : metadata,
  } as KubeObject;
}
