import { mkdir } from 'node:fs/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { SandboxConfig } from '../config';
import { ApiServer, Cluster, KubeClient, LocalTransport } from '../kubernetes';
import { SandboxRepository } from '../repository';
import { CLUSTERS } from './acme';
import { startControllers } from './controllers';
import { writeKubeconfig } from './kubeconfig';
import { settled } from './settled';

export interface WorldOptions {
  readonly config: SandboxConfig;
  readonly logger: LoggerService;
}

/** Everything the sandbox runs: the repository, the clusters and their controllers. */
export class World {
  readonly config: SandboxConfig;
  readonly repository: SandboxRepository;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly server: ApiServer;
  /** File with the addresses of the clusters for kubectl. */
  readonly kubeconfig: string;
  readonly #stopControllers: () => Promise<void>;

  private constructor(
    options: WorldOptions,
    parts: {
      repository: SandboxRepository;
      clusters: ReadonlyMap<string, Cluster>;
      server: ApiServer;
      kubeconfig: string;
      stopControllers: () => Promise<void>;
    },
  ) {
    this.config = options.config;
    this.repository = parts.repository;
    this.clusters = parts.clusters;
    this.server = parts.server;
    this.kubeconfig = parts.kubeconfig;
    this.#stopControllers = parts.stopControllers;
  }

  /** Brings the world up. Fails with words if a port or folder cannot be had. */
  static async start(options: WorldOptions): Promise<World> {
    const { config, logger } = options;
    const clusters = new Map(
      CLUSTERS.map(({ name }) => [name as string, new Cluster({ name })]),
    );
    const server = await ApiServer.start({
      clusters,
      port: config.port,
      token: config.token,
      logger,
    });
    try {
      await mkdir(config.directory, { recursive: true });
      const repository = await SandboxRepository.create(config);
      const kubeconfig = await writeKubeconfig({
        directory: config.directory,
        token: config.token,
        clusters: [...clusters.keys()].map(name => ({
          name,
          url: server.clusterUrl(name),
        })),
      });
      const stopControllers = startControllers({
        clusters,
        repository,
        readyAfterMs: config.readyAfterMs,
        logger,
      });
      await settled(clusters);
      server.open();
      return new World(options, {
        repository,
        clusters,
        server,
        kubeconfig,
        stopControllers,
      });
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** The cluster of a name. Throws NotFoundError. */
  cluster(name: string): Cluster {
    const cluster = this.clusters.get(name);
    if (!cluster) {
      throw new NotFoundError(`There is no cluster ${name} in the sandbox`);
    }
    return cluster;
  }

  /** A client of a cluster that works whether or not it is reachable. */
  client(name: string, userAgent = 'sandbox'): KubeClient {
    return new KubeClient(new LocalTransport(this.cluster(name), userAgent));
  }

  async stop(): Promise<void> {
    await this.#stopControllers();
    await this.server.stop();
  }
}
