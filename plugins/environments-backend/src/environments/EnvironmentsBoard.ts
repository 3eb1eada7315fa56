import { LoggerService } from '@backstage/backend-plugin-api';
import { Jq } from '@stagecraft/engine-node';
import { EnvironmentsChanged } from '@stagecraft/plugin-environments-common';
import { ClusterChange } from '../clusters';
import { LedgerStore, StoredEnvironment, StoredStep } from '../ledger';
import {
  AssembledService,
  assembleService,
  assembleSteps,
  ServiceInput,
  storedService,
} from './assembleService';
import { ClusterDirectory } from './ClusterDirectory';
import { APPLICATION } from './facts/applications';
import { gatherFacts } from './facts/gatherFacts';
import { EnvironmentFacts } from './facts/types';
import { keepSnapshots } from './keepSnapshots';
import { Places } from './Places';
import { changedServices, serviceSignatures, Signatures } from './signatures';
import { StepPlans } from './StepPlans';
import { RepositoryIndex } from './types';
import { carryLive } from './views/carryLive';
import { driftField, countedItems } from './views/driftFields';
import { watchKinds } from './watchKinds';

/** Changes that come within this time are worked on together. */
const GATHER_MS = 40;

/** What the board needs of the rest of the backend. */
export interface BoardOptions {
  readonly indexes: readonly RepositoryIndex[];
  readonly clusters: ClusterDirectory;
  readonly ledger: LedgerStore;
  readonly plans: StepPlans;
  readonly jq: Pick<Jq, 'prepare'>;
  readonly publish: (changed: EnvironmentsChanged) => Promise<void>;
  readonly logger: LoggerService;
  readonly now?: () => Date;
}

/**
 * Keeps the ledger up with Git and clusters. A push costs the services it
 * touched, a live event the environment it happened in; what is asked for
 * while work is going on is gathered and done next.
 */
export class EnvironmentsBoard {
  readonly #options: BoardOptions;
  readonly #now: () => Date;
  readonly #facts = new Map<string, EnvironmentFacts>();
  readonly #places = new Places();
  readonly #signatures = new Map<string, Signatures>();
  /** Repository name, service, and environments to look at again. */
  #dirty = new Map<RepositoryIndex, Map<string, Set<string>>>();
  #working?: Promise<void>;
  #timer?: NodeJS.Timeout;
  #stopped = false;

  constructor(options: BoardOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Facts as last gathered; undefined before the first time. */
  facts(service: string, environment: string): EnvironmentFacts | undefined {
    return this.#facts.get(JSON.stringify([service, environment]));
  }

  /** The index of the repository that has a service. */
  indexOf(service: string): RepositoryIndex | undefined {
    return this.#options.indexes.find(
      index => index.effective(service).length > 0,
    );
  }

  /** A repository was read: looks again at the services that are different now. */
  async repositoryChanged(index: RepositoryIndex): Promise<void> {
    const { ledger } = this.#options;
    const latest = index.latest();
    if (!latest) return;
    const before = this.#signatures.get(index.config.name);
    const after = serviceSignatures(index);
    this.#signatures.set(index.config.name, after);
    watchKinds(this.#options);
    const gone = await ledger.keepServices(index.config.name, [
      ...after.services.keys(),
    ]);
    if (gone.length > 0) await this.#options.publish({ services: gone });
    for (const service of changedServices(before, after)) {
      for (const { name } of latest.layout.environments) {
        this.#mark(index, service, name);
      }
    }
    // A cluster may report a commit before the mirror has it.
    for (const { service, environment, applications } of this.#facts.values()) {
      if (
        after.services.has(service) &&
        applications.some(
          ({ ahead, synced }) => ahead && synced && index.commit(synced),
        )
      ) {
        this.#mark(index, service, environment);
      }
    }
    this.#schedule();
  }

  /** Something in a cluster is different. */
  clusterChanged(change: ClusterChange): void {
    for (const index of this.#options.indexes) {
      for (const [service, environment] of this.#concerned(index, change)) {
        this.#mark(index, service, environment);
      }
    }
    this.#schedule();
  }

  /** Looks at everything again. */
  async refreshAll(): Promise<void> {
    for (const index of this.#options.indexes) {
      this.#signatures.delete(index.config.name);
      await this.repositoryChanged(index);
    }
    await this.settled();
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    while (this.#dirty.size > 0 || this.#working) {
      await (this.#working ?? this.#work());
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #concerned(
    index: RepositoryIndex,
    { cluster, ref }: ClusterChange,
  ): Array<[string, string]> {
    if (!ref) return this.#places.onCluster(index, cluster);
    if (
      ref.kind === APPLICATION.kind &&
      ref.apiVersion === APPLICATION.apiVersion
    ) {
      return index
        .effective()
        .flatMap(({ application, service, environment }) =>
          application === ref.name && service && environment
            ? [[service, environment] as [string, string]]
            : [],
        );
    }
    const watched = this.#options.clusters.named(cluster);
    return this.#places.of(index, cluster, ref, watched);
  }

  #mark(index: RepositoryIndex, service: string, environment: string): void {
    const services = this.#dirty.get(index) ?? new Map();
    this.#dirty.set(index, services);
    const environments = services.get(service) ?? new Set();
    services.set(service, environments.add(environment));
  }

  #schedule(): void {
    if (this.#dirty.size === 0 || this.#timer || this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#work().catch(error =>
        this.#options.logger.error('Environments could not be computed', error),
      );
    }, GATHER_MS);
    this.#timer.unref();
  }

  async #work(): Promise<void> {
    this.#working ??= this.#workOff().finally(() => {
      this.#working = undefined;
      this.#schedule();
    });
    return this.#working;
  }

  async #workOff(): Promise<void> {
    const dirty = this.#dirty;
    this.#dirty = new Map();
    for (const [index, services] of dirty) {
      for (const [service, environments] of services) {
        if (this.#stopped) return;
        try {
          await this.#compute(index, service, environments);
        } catch (error) {
          this.#options.logger.error(
            `${service} could not be computed`,
            error as Error,
          );
        }
      }
    }
  }

  async #compute(
    index: RepositoryIndex,
    service: string,
    dirty: ReadonlySet<string>,
  ): Promise<void> {
    const { ledger, clusters, jq, plans, publish } = this.#options;
    const layout = index.latest()?.layout;
    if (!layout) return;
    const firstSeen = new Map<string, string>();
    const all: EnvironmentFacts[] = [];
    for (const { name: environment } of layout.environments) {
      const known = this.facts(service, environment);
      const facts =
        known && !dirty.has(environment)
          ? known
          : await gatherFacts(service, environment, {
              index,
              clusters,
              ledger,
              now: this.#now,
              jq,
            });
      this.#facts.set(JSON.stringify([service, environment]), facts);
      all.push(facts);
      if (facts === known) continue;
      this.#places.set(index, facts);
      await keepSnapshots(facts, ledger);
    }
    for (const facts of all) {
      // What a cluster that never answered shows is not known, not gone.
      if (facts.clusterState?.state === 'never') continue;
      const stored = await ledger.putDrift(
        {
          service,
          environment: facts.environment,
          now: this.#now().toISOString(),
        },
        facts.resources.flatMap(resource =>
          countedItems(resource).map(item => driftField(item, resource, index)),
        ),
      );
      for (const { resource, path, firstSeen: at } of stored) {
        if (at) {
          firstSeen.set(
            JSON.stringify([facts.environment, resource, path]),
            at,
          );
        }
      }
    }
    const input: ServiceInput = {
      service,
      index,
      facts: all,
      firstSeen: (...key) => firstSeen.get(JSON.stringify(key)),
    };
    const before = await ledger.getService(service);
    const assembled = await this.#withEarlierLive(
      assembleService(input),
      before?.environments ?? [],
    );
    // Gates read the ledger, so the cards have to be in it before steps are judged.
    const cards = await ledger.putService(
      storedService(input, assembled, (before?.steps as StoredStep[]) ?? []),
    );
    const steps = await assembleSteps(assembled, (from, to) =>
      plans.plan({ service, from, to, index, facts: all }),
    );
    const whole = await ledger.putService(
      storedService(input, assembled, steps),
    );
    if (cards || whole) await publish({ services: [service] });
  }

  async #withEarlierLive(
    assembled: AssembledService,
    before: readonly StoredEnvironment[],
  ): Promise<AssembledService> {
    const never = assembled.environments.some(
      card => card.state === 'read' && card.freshness.state === 'never',
    );
    if (!never) return assembled;
    const states = await this.#options.ledger.listClusterStates();
    return {
      ...assembled,
      environments: assembled.environments.map(card =>
        carryLive(
          card,
          before.find(({ name }) => name === card.name),
          card.state === 'read'
            ? states.find(({ name }) => name === card.cluster)?.at
            : undefined,
        ),
      ),
    };
  }
}
