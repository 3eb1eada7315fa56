import {
  assessHealth,
  detectDrift,
  EffectiveResource,
  Health,
  DriftInput,
  JsonObject,
  LiveState,
  readIgnoreRules,
  resourceKey,
  sameJson,
} from '@stagecraft/engine';
import { Jq } from '@stagecraft/engine-node';
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
  /** For ignore rules that are more than plain paths. */
  readonly jq: Pick<Jq, 'prepare'>;
}

interface Located {
  readonly facts?: ApplicationFacts;
  readonly cluster?: ClusterView;
  readonly destination: string;
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
  const { file, blob, rendered } = resource.manifest.origin;
  if (index.latest()?.commit === synced) return true;
  try {
    const then = await index.at(synced);
    if (!rendered) return then.oid(file) === blob;
    const before = then.layout.resources.find(
      ({ key, application }) =>
        key === resource.key && application === resource.application,
    );
    return (
      before !== undefined &&
      sameJson(before.manifest.object, resource.manifest.object)
    );
  } catch {
    // A commit that the mirror does not have, e.g. of another branch.
    return undefined;
  }
}

/** A resource with everything that judging it takes. */
interface Reading {
  readonly facts: Omit<ResourceFacts, 'drift' | 'health'>;
  readonly input: DriftInput;
  readonly cluster?: ClusterView;
}

/** Reads what there is of one resource: in Git, live, and earlier. */
async function readResource(
  resource: EffectiveResource,
  located: Located,
  sources: FactSources,
): Promise<Reading> {
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
  return {
    cluster,
    input: {
      desired: manifest.object,
      live: liveState(live),
      schema,
      ignore: readIgnoreRules(application?.application.spec),
      synced: await deployedHas(resource, application?.synced, index),
      trackedHere: true,
      previous: previous && {
        object: previous.object as JsonObject,
        at: previous.at,
      },
      readAt,
    },
    facts: {
      name: `${manifest.kind}/${manifest.name}`,
      resource,
      application,
      live,
      argo: argoSays(application, manifest),
      schema,
      unreadable: unreadableReason(resource, index.latest()),
    },
  };
}

/** Judges a resource: drift against Git, health. */
function judge({ facts, cluster }: Reading, input: DriftInput): ResourceFacts {
  const { live, schema, resource } = facts;
  const health = healthOf(live, schema !== undefined);
  return {
    ...facts,
    drift: detectDrift(input),
    health: withComposed(health, live, resource.manifest, cluster),
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
  const readings: Reading[] = [];
  for (const resource of wanted) {
    const at = located.get(resource.application) ?? { destination: '' };
    readings.push(await readResource(resource, at, sources));
  }
  const inputs = await sources.jq.prepare(readings.map(({ input }) => input));
  const resources = readings.map((reading, at) => judge(reading, inputs[at]));
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
