import { LoggerService } from '@backstage/backend-plugin-api';
import { ArgoController, DesiredStateReader, Destination } from '../argocd';
import {
  CompositeController,
  DefinitionController,
  ProviderController,
} from '../crossplane';
import { Cluster, KubeClient, LocalTransport } from '../kubernetes';
import { SandboxRepository } from '../repository';
import { DeploymentController, GarbageCollector } from '../workloads';
import { ARGO_CLUSTER, CLUSTERS, REPOSITORY_URL } from './acme';
import { Loop } from './Loop';

export interface ControllersOptions {
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly repository: SandboxRepository;
  readonly readyAfterMs: number;
  readonly logger: LoggerService;
}

/** Without a change, controllers look again this often. */
const INTERVAL_MS = 3_000;

/** Looks at its objects; may say after how many milliseconds to look again. */
interface Controller {
  reconcile(): Promise<number | undefined>;
}

function local(cluster: Cluster, userAgent: string): KubeClient {
  return new KubeClient(new LocalTransport(cluster, userAgent));
}

function clusterLoop(cluster: Cluster, options: ControllersOptions): Loop {
  const { readyAfterMs, logger } = options;
  const now = () => new Date();
  const found = CLUSTERS.find(one => one.name === cluster.name);
  const crossplane = { client: local(cluster, 'crossplane'), now };
  const controllers: Controller[] = [
    new DefinitionController(crossplane),
    new CompositeController(crossplane),
    new ProviderController({
      client: local(cluster, 'provider'),
      now,
      readyAfterMs,
      maxReplicas: found?.maxReplicas ?? 1,
    }),
    new DeploymentController({
      client: local(cluster, 'kube-controller-manager'),
      now,
      readyAfterMs,
    }),
    new GarbageCollector(cluster),
  ];
  const loop = new Loop({
    name: `Controllers of ${cluster.name}`,
    intervalMs: INTERVAL_MS,
    logger,
    async run() {
      const waits: number[] = [];
      for (const controller of controllers) {
        const wait = await controller.reconcile();
        if (wait !== undefined) waits.push(wait);
      }
      return waits.length > 0 ? Math.min(...waits) : undefined;
    },
  });
  cluster.store.subscribe(() => loop.wake());
  return loop;
}

function argoLoop(options: ControllersOptions): Loop {
  const { clusters, repository, logger } = options;
  const clients = new Map(
    [...clusters].map(([name, cluster]) => [
      name,
      local(cluster, 'argocd-application-controller'),
    ]),
  );
  const destination = (wanted: string): Destination => {
    const known = CLUSTERS.find(
      one => one.server === wanted || one.name === wanted,
    );
    const cluster = known && clusters.get(known.name);
    const client = known && clients.get(known.name);
    if (!known || !cluster || !client) {
      return {
        state: 'refused',
        message: `error getting cluster by server "${wanted}": cluster "${wanted}" not found`,
      };
    }
    // Argo CD reaches its own cluster from inside.
    return cluster.unreachableSince && known.name !== ARGO_CLUSTER
      ? {
          state: 'refused',
          message: `Failed to load live state: failed to get cluster info for "${known.server}": error synchronizing cache state : Get "${known.server}/version?timeout=32s": dial tcp: connect: connection refused`,
        }
      : { state: 'reached', client };
  };
  const controller = new ArgoController({
    reader: new DesiredStateReader({
      repository,
      repositoryUrls: [REPOSITORY_URL],
      clusters: CLUSTERS.map(({ name, server }) => ({ name, server })),
    }),
    client: clients.get(ARGO_CLUSTER) as KubeClient,
    destination,
    logger,
  });
  const loop = new Loop({
    name: 'Argo CD',
    intervalMs: INTERVAL_MS,
    logger,
    run: () => controller.reconcile(),
  });
  for (const cluster of clusters.values()) {
    cluster.store.subscribe(() => loop.wake());
  }
  return loop;
}

/** Starts what runs in the clusters. Returns a stop. */
export function startControllers(
  options: ControllersOptions,
): () => Promise<void> {
  const loops = [
    argoLoop(options),
    ...[...options.clusters.values()].map(cluster =>
      clusterLoop(cluster, options),
    ),
  ];
  const stopWatching = options.repository.onPush(() => loops[0].wake());
  for (const loop of loops) loop.wake();
  return async () => {
    stopWatching();
    await Promise.all(loops.map(loop => loop.stop()));
  };
}
