import {
  assessHealth,
  detectDrift,
  EffectiveResource,
  Health,
  IgnoreRule,
  isList,
  JsonObject,
  getKey,
  LiveState,
  resourceKey,
} from '@stagecraft/engine';
import { ClusterView, composedRefs, LiveRead, ObjectRef } from '../../clusters';
import { LedgerStore } from '../../ledger';
import { ClusterDirectory } from '../ClusterDirectory';
import { RepositoryIndex } from '../types';
import { argoSays, findApplication, syncedCommit } from './applications';
import { composedTree, deepestFailing } from './composed';
import { schemaOf } from './schemas';
import { ApplicationFacts, EnvironmentFacts, ResourceFacts } from './types';
import { unreadableReason } from './unreadable';

/** What facts are gathered from. */
export interface FactSources {
  readonly index: RepositoryIndex;
  readonly clusters: ClusterDirectory;
  readonly ledger: Pick<LedgerStore, 'getSnapshot' | 'putSnapshot'>;
  readonly now: () => Date;
}

interface Located {
  readonly facts?: ApplicationFacts;
  readonly cluster?: ClusterView;
  readonly destination: string;
}

function ignoreRules(application?: ApplicationFacts): readonly IgnoreRule[] {
  const rules = getKey(application?.application.spec, 'ignoreDifferences');
  return isList(rules) ? (rules as unknown as readonly IgnoreRule[]) : [];
}

/** A composite waits quietly for what it is made of; the part that stands still has the telling words. */
function withComposed(
  health: Health,
  live: LiveRead,
  ref: ObjectRef,
  cluster: ClusterView | undefined,
): Health {
  if (!cluster || health.status === 'Degraded') return health;
  if (live.state !== 'read' || composedRefs(live.object).length === 0) {
    return health;
  }
  const failing = deepestFailing(composedTree(ref, cluster));
  if (!failing) return health;
  return {
    status: 'Degraded',
    message: `${failing.kind} ${failing.name}: ${failing.health.message}`,
    since: failing.health.since,
  };
}

function healthOf(live: LiveRead, xrd: boolean): Health {
  switch (live.state) {
    case 'read':
      return assessHealth(live.object, { xrd });
    case 'missing':
      return assessHealth(undefined, { read: 'notFound', xrd });
    default:
      return assessHealth(undefined, { read: live.reason, xrd });
  }
}

function liveState(live: LiveRead): LiveState {
  return live.state === 'read' ? { state: 'read', object: live.object } : live;
}

/** Whether the deployed commit has this very text; undefined if it cannot be told. */
async function deployedHas(
  resource: EffectiveResource,
  synced: string | undefined,
  index: RepositoryIndex,
): Promise<boolean | undefined> {
  if (!synced) return undefined;
  const { file, blob } = resource.manifest.origin;
  if (index.latest()?.commit === synced) return true;
  try {
    return (await index.at(synced)).oid(file) === blob;
  } catch {
    // A commit that the mirror does not have, e.g. of another branch.
    return undefined;
  }
}

/** Looks at one resource: live object, drift against Git, health. */
async function resourceFacts(
  resource: EffectiveResource,
  located: Located,
  sources: FactSources,
): Promise<ResourceFacts> {
  const { manifest } = resource;
  const { index, ledger, now } = sources;
  const { cluster, facts: application } = located;
  const live: LiveRead = cluster
    ? cluster.get(manifest)
    : {
        state: 'unreadable',
        reason: `No cluster is configured for ${located.destination}.`,
      };
  const schema = schemaOf(index.latest()?.xrds ?? [], manifest);
  const key = resourceKey(manifest);
  const previous =
    cluster && live.state === 'read'
      ? await ledger.getSnapshot(cluster.name, key)
      : undefined;
  const readAt = now().toISOString();
  const drift = detectDrift({
    desired: manifest.object,
    live: liveState(live),
    schema,
    ignore: ignoreRules(application),
    synced: await deployedHas(resource, application?.synced, index),
    trackedHere: true,
    previous: previous && {
      object: previous.object as JsonObject,
      at: previous.at,
    },
    readAt,
  });
  return {
    name: `${manifest.kind}/${manifest.name}`,
    resource,
    application,
    live,
    drift,
    health: withComposed(
      healthOf(live, schema !== undefined),
      live,
      manifest,
      cluster,
    ),
    argo: argoSays(application, manifest),
    schema,
    unreadable: unreadableReason(resource, index.latest()),
  };
}

function locate(
  name: string | undefined,
  { index, clusters }: FactSources,
): Located {
  const application = index
    .latest()
    ?.layout.applications.find(candidate => candidate.name === name);
  if (!application) {
    const [only] = clusters.all();
    return {
      cluster: clusters.all().length === 1 ? only : undefined,
      destination: 'this environment',
    };
  }
  const { live, cluster } = findApplication(application, clusters.all());
  const synced = live.state === 'read' ? syncedCommit(live.object) : undefined;
  return {
    facts: {
      application,
      live,
      synced,
      ahead: synced !== undefined && index.commit(synced) === undefined,
    },
    cluster: clusters.forDestination(application.cluster, cluster),
    destination: application.cluster,
  };
}

/**
 * Looks at a service in one environment: reads the index and the watch caches,
 * asks no cluster.
 */
export async function gatherFacts(
  service: string,
  environment: string,
  sources: FactSources,
): Promise<EnvironmentFacts> {
  const wanted = sources.index
    .effective(service)
    .filter(resource => resource.environment === environment && !resource.hook);
  const located = new Map<string | undefined, Located>();
  for (const { application } of wanted) {
    if (!located.has(application)) {
      located.set(application, locate(application, sources));
    }
  }
  const resources: ResourceFacts[] = [];
  for (const resource of wanted) {
    const at = located.get(resource.application) ?? { destination: '' };
    resources.push(await resourceFacts(resource, at, sources));
  }
  resources.sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1));
  const first = located.get(resources[0]?.resource.application);
  return {
    service,
    environment,
    cluster: first?.cluster?.name ?? first?.destination ?? '',
    clusterState: first?.cluster?.state(),
    applications: [...located.values()].flatMap(({ facts }) => facts ?? []),
    resources,
    readAt: sources.now().toISOString(),
  };
}

/** Infrastructure first, then workloads, then configuration, as people look for them. */
function order({ resource, schema }: ResourceFacts): number {
  const { kind, group } = resource.manifest;
  if (schema) return 0;
  if (kind === 'Secret') return 4;
  if (kind === 'ConfigMap') return 3;
  if (group === 'apps' || group === 'batch') return 1;
  return 2;
}
