import {
  getKey,
  GroupVersionKind,
  isList,
  isObject,
  Json,
  JsonObject,
  setKey,
} from '../fields';
import { fromBase64 } from './base64';

/** The annotation in which client-side apply keeps what it last sent. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const SERVER_METADATA = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

function without(object: JsonObject, keys: ReadonlySet<string>): JsonObject {
  const copy: Record<string, Json> = {};
  for (const key of Object.keys(object)) {
    if (!keys.has(key)) setKey(copy, key, object[key]);
  }
  return copy;
}

function isAggregated(object: JsonObject | undefined): boolean {
  const selectors = getKey(
    getKey(object, 'aggregationRule'),
    'clusterRoleSelectors',
  );
  return isList(selectors) && selectors.length > 0;
}

function normaliseMetadata(
  metadata: JsonObject,
  dropNamespace: boolean,
): JsonObject {
  let result = without(
    metadata,
    dropNamespace
      ? new Set([...SERVER_METADATA, 'namespace'])
      : SERVER_METADATA,
  );
  const annotations = result.annotations;
  if (isObject(annotations) && Object.hasOwn(annotations, LAST_APPLIED)) {
    const rest = without(annotations, new Set([LAST_APPLIED]));
    result = { ...result, annotations: rest };
  }
  return result;
}

/** `stringData` is written into `data`; values are compared as they decode. */
function normaliseSecret(object: JsonObject): JsonObject {
  const data: Record<string, Json> = {};
  const given = object.data;
  if (isObject(given)) {
    for (const key of Object.keys(given)) {
      const value = given[key];
      setKey(data, key, typeof value === 'string' ? fromBase64(value) : value);
    }
  }
  const plain = object.stringData;
  if (isObject(plain)) {
    for (const key of Object.keys(plain)) {
      const value = plain[key];
      if (value !== null)
        setKey(data, key, typeof value === 'string' ? toBytes(value) : value);
    }
  }
  const rest = without(object, new Set(['data', 'stringData']));
  return isObject(given) || isObject(plain) ? { ...rest, data } : rest;
}

/** Text as one character per byte of its UTF-8, as base64 decodes. */
function toBytes(value: string): string {
  return Array.from(new TextEncoder().encode(value), byte =>
    String.fromCharCode(byte),
  ).join('');
}

export function isSecret({ group, kind }: GroupVersionKind): boolean {
  return group === '' && kind === 'Secret';
}

export type Normaliser = (object: JsonObject) => JsonObject;

/**
 * What both sides lose before they are compared: status, the server's metadata,
 * the rules of aggregated roles, the namespace that only one side states.
 */
export function normaliserFor(
  gvk: GroupVersionKind,
  desired: JsonObject,
  live: JsonObject,
): Normaliser {
  const root = new Set(['status']);
  if (
    gvk.group === 'rbac.authorization.k8s.io' &&
    (isAggregated(desired) || isAggregated(live))
  ) {
    root.add('rules');
  }
  // Live without a namespace is a cluster-scoped object, whatever Git says.
  const dropNamespace =
    getKey(desired.metadata, 'namespace') === undefined ||
    getKey(live.metadata, 'namespace') === undefined;
  return object => {
    const { metadata } = object;
    const rest = without(object, root);
    const result = isObject(metadata)
      ? { ...rest, metadata: normaliseMetadata(metadata, dropNamespace) }
      : rest;
    return isSecret(gvk) ? normaliseSecret(result) : result;
  };
}
