import {
  assessHealth,
  getKey,
  isList,
  JsonObject,
  Json,
} from '@stagecraft/engine';
import {
  ComposedNode,
  ConditionRow,
} from '@stagecraft/plugin-environments-common';
import {
  ClusterView,
  composedRefs,
  LiveRead,
  metadataText,
  ObjectRef,
} from '../../clusters';

/** Composites of composites; deeper than this is a loop. */
const DEEPEST = 6;

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Status conditions as rows. */
export function conditionsOf(object: JsonObject): ConditionRow[] {
  const conditions = getKey(getKey(object, 'status'), 'conditions');
  return (isList(conditions) ? conditions : []).map(found => {
    const status = text(getKey(found, 'status'));
    return {
      type: text(getKey(found, 'type')) ?? '',
      status: status === 'True' || status === 'False' ? status : 'Unknown',
      reason: text(getKey(found, 'reason')),
      message: text(getKey(found, 'message')),
      since: text(getKey(found, 'lastTransitionTime')),
    };
  });
}

function condition(object: JsonObject, type: string): boolean | undefined {
  const found = conditionsOf(object).find(row => row.type === type);
  return found && found.status === 'True';
}

function healthOf(live: LiveRead) {
  if (live.state === 'read') return assessHealth(live.object);
  return assessHealth(undefined, {
    read: live.state === 'missing' ? 'notFound' : live.reason,
  });
}

/** A live object and what Crossplane made for it, from the watch cache. */
export function composedTree(
  ref: ObjectRef,
  cluster: ClusterView,
  depth = 0,
): ComposedNode {
  const live = cluster.get(ref);
  const health = healthOf(live);
  const slash = ref.apiVersion.indexOf('/');
  const object = live.state === 'read' ? live.object : undefined;
  return {
    kind: ref.kind,
    name: ref.name,
    group: slash < 0 ? '' : ref.apiVersion.slice(0, slash),
    health: {
      status: health.status,
      message: health.message,
      since: health.since,
    },
    ready: object && condition(object, 'Ready'),
    synced: object && condition(object, 'Synced'),
    createdAt: object && metadataText(object, 'creationTimestamp'),
    message: health.message || undefined,
    children:
      object && depth < DEEPEST
        ? composedRefs(object).map(child =>
            composedTree(child, cluster, depth + 1),
          )
        : [],
  };
}

/** The deepest composed resource that stands still: the one to look at. */
export function deepestFailing(node: ComposedNode): ComposedNode | undefined {
  for (const child of node.children) {
    const deeper = deepestFailing(child);
    if (deeper) return deeper;
    if (child.health.status === 'Degraded') return child;
  }
  return undefined;
}
