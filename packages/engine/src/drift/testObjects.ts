import { JsonObject } from '../fields';
import { detectDrift } from './detectDrift';
import { DriftInput, ResourceDrift } from './types';

/** A fieldsV1 entry for tests. */
export function entry(
  manager: string,
  fieldsV1: JsonObject,
  more: JsonObject = {},
): JsonObject {
  return {
    manager,
    operation: 'Update',
    apiVersion: 'v1',
    time: '2026-03-01T10:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1,
    ...more,
  };
}

/** The gitops tool's server-side apply. */
export function applied(fieldsV1: JsonObject): JsonObject {
  return entry('argocd-controller', fieldsV1, { operation: 'Apply' });
}

export interface ObjectParts {
  readonly spec?: JsonObject;
  readonly metadata?: JsonObject;
  readonly managedFields?: readonly JsonObject[];
  readonly [key: string]: unknown;
}

/** An object of a custom kind, of which nothing is known without a schema. */
export function custom({ metadata, managedFields, ...rest }: ObjectParts) {
  return {
    apiVersion: 'x.io/v1',
    kind: 'Thing',
    metadata: {
      name: 'a',
      namespace: 'n',
      ...metadata,
      ...(managedFields ? { managedFields } : {}),
    },
    ...rest,
  } as JsonObject;
}

export function configMap({ metadata, managedFields, ...rest }: ObjectParts) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'c',
      namespace: 'n',
      ...metadata,
      ...(managedFields ? { managedFields } : {}),
    },
    ...rest,
  } as JsonObject;
}

export function drift(
  desired: JsonObject | undefined,
  live: JsonObject,
  more: Partial<DriftInput> = {},
): ResourceDrift {
  return detectDrift({
    desired,
    live: { state: 'read', object: live },
    ...more,
  });
}

/** Items as `kind path cause [manager]`, for tables of expectations. */
export function summary({ items }: ResourceDrift): string[] {
  return items.map(({ kind, text, cause, manager }) =>
    [kind, text, cause, manager].filter(Boolean).join(' '),
  );
}
