import {
  getKey,
  isList,
  isObject,
  Json,
  JsonObject,
  Manifest,
} from '@stagecraft/engine';
import { LiveRead } from '../../clusters';

const WORKLOADS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Rollout',
]);

function podSpec(object: JsonObject): Json | undefined {
  return getKey(getKey(getKey(object, 'spec'), 'template'), 'spec');
}

/** Tag of the first container's image: what people call the version. A digest is cut short. */
function imageVersion(object: JsonObject): string | undefined {
  const containers = getKey(podSpec(object), 'containers');
  const image = isList(containers) ? getKey(containers[0], 'image') : undefined;
  if (typeof image !== 'string') return undefined;
  const [tagged, digest] = image.split('@');
  const tag = /:([^:/]+)$/.exec(tagged)?.[1];
  return tag ?? digest?.replace(/^sha256:/, '').slice(0, 12);
}

function number(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function readiness(desired: JsonObject, live: LiveRead): string | undefined {
  if (live.state !== 'read') return undefined;
  const status = getKey(live.object, 'status');
  const wanted =
    number(getKey(status, 'desiredNumberScheduled')) ??
    number(getKey(getKey(live.object, 'spec'), 'replicas')) ??
    number(getKey(getKey(desired, 'spec'), 'replicas')) ??
    1;
  const ready =
    number(getKey(status, 'numberReady')) ??
    number(getKey(status, 'readyReplicas')) ??
    0;
  return `${ready}/${wanted} ready`;
}

function countKeys(object: JsonObject, ...names: string[]): number {
  const keys = new Set<string>();
  for (const name of names) {
    const map = getKey(object, name);
    if (isObject(map)) for (const key of Object.keys(map)) keys.add(key);
  }
  return keys.size;
}

/**
 * One short text for kinds that say more by it than by single values:
 * "2.14.0, 2/2 ready", "6 keys", "3 keys, hidden". Undefined for others.
 */
export function summaryOf(
  manifest: Pick<Manifest, 'kind' | 'object'>,
  live: LiveRead,
): string | undefined {
  const { kind, object } = manifest;
  if (WORKLOADS.has(kind)) {
    const parts = [imageVersion(object), readiness(object, live)];
    return parts.filter(Boolean).join(', ') || undefined;
  }
  const keys = (count: number) => (count === 1 ? '1 key' : `${count} keys`);
  if (kind === 'ConfigMap')
    return keys(countKeys(object, 'data', 'binaryData'));
  if (kind === 'Secret') {
    return `${keys(countKeys(object, 'data', 'stringData'))}, hidden`;
  }
  return undefined;
}
