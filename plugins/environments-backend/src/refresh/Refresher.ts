import { LoggerService } from '@backstage/backend-plugin-api';
import { RepositoryState } from '@stagecraft/plugin-environments-common';
import { ClusterChange, WatchedCluster } from '../clusters';
import { EnvironmentsBoard, GitRepositoryIndex } from '../environments';
import { LedgerStore } from '../ledger';

/** A repository that was never read is asked for again this often. */
const FIRST_READ_MS = 1_000;

/** How often the time of the last sign of life of each cluster is written down. */
const HEARTBEAT_MS = 10_000;

/** What is kept up. */
export interface RefresherOptions {
  readonly indexes: readonly GitRepositoryIndex[];
  readonly clusters: readonly (WatchedCluster & { stop(): void })[];
  readonly board: EnvironmentsBoard;
  readonly ledger: LedgerStore;
  /** Lets change requests notice what was merged outside. */
  readonly reconcile: (repository: string) => Promise<void>;
  readonly logger: LoggerService;
}

/** Carries what happens in repositories and clusters to the board and the ledger. */
export class Refresher {
  readonly #options: RefresherOptions;
  readonly #stops: Array<() => void> = [];
  /** When each cluster was last heard of in an earlier run. */
  #heard = new Map<string, string>();
  #stopped = false;

  constructor(options: RefresherOptions) {
    this.#options = options;
  }

  /** Begins to listen and reads everything once. Returns at once: nothing here holds up a start. */
  start(): void {
    for (const index of this.#options.indexes) {
      this.#stops.push(index.repository.onChange(() => this.#changed(index)));
      this.#firstRead(index);
    }
    this.#recall().catch(error =>
      this.#options.logger.warn(
        'Earlier cluster states could not be read',
        error,
      ),
    );
    const heartbeat = setInterval(() => this.#noteClusters(), HEARTBEAT_MS);
    heartbeat.unref();
    this.#stops.push(() => clearInterval(heartbeat));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const stop of this.#stops) stop();
    this.#options.board.stop();
    for (const cluster of this.#options.clusters) cluster.stop();
    await Promise.all(
      this.#options.indexes.map(({ repository }) => repository.close()),
    );
  }

  /** Something changed in a cluster, or in how it answers. */
  clusterChanged(change: ClusterChange): void {
    if (!change.ref) this.#noteClusters();
    this.#options.board.clusterChanged(change);
  }

  /** Asks every remote now; a failure is remembered and shown, not thrown. */
  async fetchAll(): Promise<void> {
    await Promise.all(this.#options.indexes.map(index => this.#fetch(index)));
  }

  /** Asks every remote and looks at everything again. */
  async refreshAll(): Promise<RepositoryState[]> {
    await this.fetchAll();
    await this.#options.board.refreshAll();
    this.#noteClusters();
    return this.#options.ledger.listRepositoryStates();
  }

  async #firstRead(index: GitRepositoryIndex): Promise<void> {
    while (!this.#stopped && !(await this.#fetch(index))) {
      await new Promise(resolve => {
        setTimeout(resolve, FIRST_READ_MS).unref();
      });
    }
  }

  /** True if the remote answered. */
  async #fetch(index: GitRepositoryIndex): Promise<boolean> {
    const { logger } = this.#options;
    try {
      await index.repository.fetch();
      // Only a repository that is there can be watched.
      index.repository.watch();
      await this.#read(index);
      return true;
    } catch (error) {
      logger.warn(`${index.config.name}: ${(error as Error).message}`);
      if (index.repository.head()) await this.#read(index);
      await this.#noteRepository(index);
      return false;
    }
  }

  #changed(index: GitRepositoryIndex): void {
    this.#read(index).catch(error =>
      this.#options.logger.error(
        `${index.config.name} could not be read`,
        error,
      ),
    );
  }

  async #read(index: GitRepositoryIndex): Promise<void> {
    const { board, reconcile, logger } = this.#options;
    const before = index.latest()?.commit;
    const { commit } = await index.refresh();
    await this.#noteRepository(index);
    if (before === commit) return;
    await board.repositoryChanged(index);
    await reconcile(index.config.name).catch(error =>
      logger.warn(
        `Change requests of ${index.config.name} could not be brought up to date`,
        error,
      ),
    );
  }

  async #noteRepository(index: GitRepositoryIndex): Promise<void> {
    const { config, repository } = index;
    const state = repository.state();
    const head = index.latest()?.commit;
    await this.#options.ledger.putRepositoryState({
      name: config.name,
      url: config.webUrl,
      branch: config.branch,
      head: head === undefined ? undefined : index.commit(head),
      readAt: state.state === 'unread' ? undefined : state.readAt,
      error: state.state === 'unreadable' ? state.error.message : undefined,
    });
  }

  async #recall(): Promise<void> {
    for (const { name, at } of await this.#options.ledger.listClusterStates()) {
      if (at) this.#heard.set(name, at);
    }
  }

  #noteClusters(): void {
    const { clusters, ledger, logger } = this.#options;
    for (const cluster of clusters) {
      const state = cluster.state();
      const at = this.#heard.get(cluster.name);
      ledger
        .putClusterState(
          state.state === 'never' && at
            ? { ...state, state: 'stale', since: at, at }
            : state,
        )
        .catch(error =>
          logger.warn(`The state of ${cluster.name} was not written`, error),
        );
    }
  }
}
