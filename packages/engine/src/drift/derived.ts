import {
  FieldPath,
  getAt,
  Json,
  JsonObject,
  keyPath,
  sameJson,
  sameQuantity,
} from '../fields';
import { metadataMap } from './operational';

// What the Job controller's strategy puts on a Job and its pods.
const JOB_LABELS = new Set([
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'job-name',
]);

function lastKey(path: FieldPath): string | undefined {
  const step = path[path.length - 1];
  return step?.type === 'key' ? step.key : undefined;
}

function sibling(path: FieldPath, key: string): FieldPath {
  return [...path.slice(0, -1), { type: 'key', key }];
}

function isRequestOfLimit(
  path: FieldPath,
  value: Json,
  live: JsonObject,
): boolean {
  const parent = path.slice(0, -1);
  if (lastKey(parent) !== 'requests') return false;
  const key = path[path.length - 1];
  const limit = getAt(live, [...sibling(parent, 'limits'), key]);
  return limit !== undefined && sameQuantity(value, limit);
}

/**
 * True if the server worked out the live value from another field, so that
 * nobody had to write it.
 *
 * Source: Kubernetes pkg/apis/core/v1/defaults.go and conversion.go, and
 * pkg/registry/batch/job/strategy.go.
 */
export function isDerived(
  path: FieldPath,
  value: Json,
  live: JsonObject,
): boolean {
  const key = lastKey(path);
  if (key === undefined) return false;
  switch (key) {
    case 'targetPort':
      return sameJson(value, getAt(live, sibling(path, 'port')));
    case 'serviceAccount':
      return sameJson(value, getAt(live, sibling(path, 'serviceAccountName')));
    case 'serviceAccountName':
      return value === 'default';
    case 'kubernetes.io/metadata.name':
      return live.kind === 'Namespace';
    case 'deprecated.daemonset.template.generation':
      return live.kind === 'DaemonSet';
    default:
  }
  if (live.kind === 'ReplicationController') {
    const template: FieldPath = keyPath('spec', 'template');
    return sameJson(value, getAt(live, [...template, ...path]));
  }
  if (JOB_LABELS.has(key)) {
    return metadataMap(path, path.length - 1) === 'labels';
  }
  return isRequestOfLimit(path, value, live);
}
