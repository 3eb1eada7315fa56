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

// Maps of resources to those from which the server fills in what they lack:
// of a container, and of a LimitRange's item.
const RESOURCE_SOURCES: Readonly<Record<string, readonly string[]>> = {
  requests: ['limits'],
  default: ['max'],
  defaultRequest: ['default', 'min'],
};

function isOtherResource(
  path: FieldPath,
  value: Json,
  live: JsonObject,
): boolean {
  const parent = path.slice(0, -1);
  const name = lastKey(parent) ?? '';
  if (!Object.hasOwn(RESOURCE_SOURCES, name)) return false;
  const key = path[path.length - 1];
  return RESOURCE_SOURCES[name].some(source => {
    const given = getAt(live, [...sibling(parent, source), key]);
    return given !== undefined && sameQuantity(value, given);
  });
}

/** Labels, and a ReplicationController's selector, come from the pods' labels. */
function isTakenFromTemplate(
  path: FieldPath,
  value: Json,
  live: JsonObject,
): boolean {
  const isOwner =
    live.kind === 'ReplicationController' ||
    (live.kind === 'Job' && metadataMap(path, 2) === 'labels');
  if (!isOwner) return false;
  const template: FieldPath = keyPath('spec', 'template');
  return sameJson(value, getAt(live, [...template, ...path]));
}

function isJobSelector(path: FieldPath, live: JsonObject): boolean {
  return live.kind === 'Job' && lastKey(path.slice(0, -1)) === 'matchLabels';
}

/** Whichever of the two Git gives, the server fills in the other one. */
function isOtherServiceAccount(
  path: FieldPath,
  value: Json,
  { live, desired }: Sides,
): boolean {
  const old = sibling(path, 'serviceAccount');
  const name = sibling(path, 'serviceAccountName');
  if (lastKey(path) === 'serviceAccount') {
    return sameJson(value, getAt(live, name));
  }
  return value === 'default' || sameJson(value, getAt(desired, old));
}

/** Under OnDelete the rolling update has no default, and shows its zero. */
function isUnusedMaximum(value: Json, live: JsonObject): boolean {
  const type = getAt(live, keyPath('spec', 'updateStrategy', 'type'));
  return live.kind === 'DaemonSet' && type === 'OnDelete' && value === 0;
}

/** In the host's network every port of a container is one of the host. */
function isHostPort(path: FieldPath, value: Json, live: JsonObject): boolean {
  const containers = path.findIndex(
    step =>
      step.type === 'key' &&
      (step.key === 'containers' || step.key === 'initContainers'),
  );
  if (containers < 0) return false;
  const pod = path.slice(0, containers);
  return (
    getAt(live, [...pod, { type: 'key', key: 'hostNetwork' }]) === true &&
    sameJson(value, getAt(live, sibling(path, 'containerPort')))
  );
}

/** The names of a CRD that follow from its kind. */
function isNameOfKind(path: FieldPath, value: Json, live: JsonObject): boolean {
  const kind = getAt(live, sibling(path, 'kind'));
  if (live.kind !== 'CustomResourceDefinition' || typeof kind !== 'string') {
    return false;
  }
  return value === kind.toLowerCase() || value === `${kind}List`;
}

/** Both objects whole. */
export interface Sides {
  readonly live: JsonObject;
  readonly desired: JsonObject;
}

/**
 * True if the server worked out the live value from another field, so that
 * nobody had to write it.
 *
 * Source: Kubernetes pkg/apis/core/v1/defaults.go and conversion.go,
 * pkg/apis/apps/v1/conversion.go, pkg/registry/batch/job/strategy.go.
 */
export function isDerived(path: FieldPath, value: Json, sides: Sides): boolean {
  const { live } = sides;
  const key = lastKey(path);
  if (key === undefined) return false;
  switch (key) {
    case 'targetPort':
      return sameJson(value, getAt(live, sibling(path, 'port')));
    case 'serviceAccount':
    case 'serviceAccountName':
      return isOtherServiceAccount(path, value, sides);
    case 'kubernetes.io/metadata.name':
      return live.kind === 'Namespace';
    case 'deprecated.daemonset.template.generation':
      return live.kind === 'DaemonSet';
    case 'maxUnavailable':
      return isUnusedMaximum(value, live);
    case 'hostPort':
      return isHostPort(path, value, live);
    case 'listKind':
    case 'singular':
      return isNameOfKind(path, value, live);
    default:
  }
  if (isTakenFromTemplate(path, value, live)) return true;
  if (JOB_LABELS.has(key)) {
    return (
      metadataMap(path, path.length - 1) === 'labels' ||
      isJobSelector(path, live)
    );
  }
  return isOtherResource(path, value, live);
}
