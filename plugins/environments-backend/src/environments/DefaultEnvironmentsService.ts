import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  Comparison,
  DriftList,
  ResourceDetail,
  ServiceDrift,
  ServiceEnvironments,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import { LedgerStore, ReadService, StoredEnvironment } from '../ledger';
import { ClusterDirectory } from './ClusterDirectory';
import { EnvironmentsBoard } from './EnvironmentsBoard';
import { EnvironmentFacts } from './facts/types';
import { unknownEnvironment, unknownService } from './names';
import { shownEnvironment, shownStep } from './overlay';
import {
  EnvironmentsService,
  OpenRequests,
  RepositoryIndex,
  ResourceRequest,
} from './types';
import { comparison } from './views/comparison';
import { driftReport } from './views/driftFields';
import { driftedFields } from './views/driftVerdict';
import { resourceDetail } from './views/resourceDetail';
import { driftList, serviceList } from './views/lists';
import { whyItLasts } from './views/whyItLasts';

/** Whose service it is, as the catalog says. */
export interface ServiceEntities {
  find(
    service: string,
  ): Promise<{ owner?: string; entityRef?: string } | undefined>;
}

/** What the service reads. */
export interface EnvironmentsServiceOptions {
  readonly ledger: LedgerStore;
  readonly board: EnvironmentsBoard;
  readonly clusters: ClusterDirectory;
  readonly requests: OpenRequests;
  readonly entities: ServiceEntities;
}

/** How many commits a resource's line of time looks at. */
const HISTORY_SHOWN = 200;

/**
 * Answers from the ledger; details from the index and the watch caches. Knows
 * nothing of permissions: AuthorizedEnvironmentsService stands in front.
 */
export class DefaultEnvironmentsService implements EnvironmentsService {
  readonly #options: EnvironmentsServiceOptions;

  private constructor(options: EnvironmentsServiceOptions) {
    this.#options = options;
  }

  static create(
    options: EnvironmentsServiceOptions,
  ): DefaultEnvironmentsService {
    return new DefaultEnvironmentsService(options);
  }

  async listServices(): Promise<ServiceList> {
    const { ledger, requests, entities } = this.#options;
    const [services, open, repositories, clusters] = await Promise.all([
      ledger.listServices(),
      requests.listOpen(),
      ledger.listRepositoryStates(),
      ledger.listClusterStates(),
    ]);
    const known = await Promise.all(
      services.map(({ service }) => entities.find(service)),
    );
    return serviceList({
      services,
      entities: known,
      open,
      repositories,
      clusters,
      version: versionOf([services.map(({ version }) => version), open]),
    });
  }

  async getServiceEnvironments({
    service,
  }: {
    service: string;
  }): Promise<ServiceEnvironments> {
    const { ledger, requests } = this.#options;
    const [stored, open, repositories, clusters] = await Promise.all([
      this.#stored(service),
      requests.listOpen(service),
      ledger.listRepositoryStates(),
      ledger.listClusterStates(),
    ]);
    const states = new Map(clusters.map(state => [state.name, state]));
    const repository = repositories.find(
      ({ name }) => name === stored.repository,
    );
    return {
      service,
      repository: repository ?? { name: stored.repository, branch: '' },
      environments: stored.environments.map(environment =>
        shownEnvironment(environment, open, states),
      ),
      steps: stored.steps.map(step => shownStep(step, open)),
      permissions: {
        promote: stored.environments.map(({ name }) => name),
        hotfix: false,
        createClaim: true,
      },
      version: versionOf([stored.version, open, repository?.head?.id]),
    };
  }

  async compareEnvironments(request: {
    service: string;
    from: string;
    to: string;
  }): Promise<Comparison> {
    const { service } = request;
    const stored = await this.#stored(service);
    const index = this.#index(service);
    const from = this.#facts(stored, request.from);
    const to = this.#facts(stored, request.to);
    const answer = index.ask({ service, from: request.from, to: request.to });
    return comparison({ service, index, from, to, answer });
  }

  async getServiceDrift(request: {
    service: string;
    environment?: string;
  }): Promise<ServiceDrift> {
    const { service, environment } = request;
    const stored = await this.#stored(service);
    const index = this.#index(service);
    if (environment !== undefined) this.#facts(stored, environment);
    const firstSeen = await this.#firstSeen(service);
    return {
      service,
      environments: stored.environments.flatMap(card => {
        if (card.state !== 'read') return [];
        if (environment !== undefined && card.name !== environment) return [];
        const facts = this.#facts(stored, card.name);
        return [
          {
            environment: card.name,
            summary: card.drift,
            whyItLasts: whyItLasts(
              facts.resources.flatMap(resource =>
                driftedFields(resource) > 0 ? resource.application ?? [] : [],
              ),
            ),
            resources: facts.resources.map(resource =>
              driftReport(resource, index, path =>
                firstSeen(card.name, resource.name, path),
              ),
            ),
          },
        ];
      }),
    };
  }

  async listDrift(): Promise<DriftList> {
    const { ledger } = this.#options;
    const [items, services, clusters] = await Promise.all([
      ledger.listDrift(),
      ledger.listServices(),
      ledger.listClusterStates(),
    ]);
    return driftList(items, services, clusters);
  }

  async getResource(request: ResourceRequest): Promise<ResourceDetail> {
    const { service, environment, kind, name } = request;
    const { clusters, ledger } = this.#options;
    const stored = await this.#stored(service);
    const index = this.#index(service);
    const facts = this.#facts(stored, environment);
    const resource = facts.resources.find(
      ({ resource: { manifest } }) =>
        manifest.kind === kind && manifest.name === name,
    );
    const states = await ledger.listClusterStates();
    const card = shownEnvironment(
      this.#environment(stored, environment),
      [],
      new Map(states.map(state => [state.name, state])),
    );
    if (!resource || card.state !== 'read') {
      throw new NotFoundError(
        `${service} has no ${kind}/${name} in ${environment}. There are: ${
          facts.resources.map(({ name: other }) => other).join(', ') || 'none'
        }.`,
      );
    }
    const cluster = clusters.named(facts.cluster);
    const [firstSeen, events, history] = await Promise.all([
      this.#firstSeen(service),
      cluster
        ? cluster.events(resource.resource.manifest)
        : {
            state: 'unreadable' as const,
            reason: 'No cluster is configured here.',
          },
      index.repository.history({ limit: HISTORY_SHOWN }),
    ]);
    return resourceDetail({
      facts,
      resource,
      card,
      report: driftReport(resource, index, path =>
        firstSeen(environment, resource.name, path),
      ),
      index,
      cluster,
      history,
      events,
    });
  }

  async #stored(service: string): Promise<ReadService> {
    const { ledger } = this.#options;
    const stored = await ledger.getService(service);
    if (stored) return stored;
    const all = await ledger.listServices();
    throw unknownService(
      service,
      all.map(({ service: name }) => name),
    );
  }

  #environment(stored: ReadService, environment: string): StoredEnvironment {
    const found = stored.environments.find(({ name }) => name === environment);
    if (found) return found;
    throw unknownEnvironment(
      stored.service,
      environment,
      stored.environments.map(({ name }) => name),
    );
  }

  #facts(stored: ReadService, environment: string): EnvironmentFacts {
    this.#environment(stored, environment);
    const facts = this.#options.board.facts(stored.service, environment);
    if (facts) return facts;
    throw new NotFoundError(
      `${stored.service} in ${environment} is being read. Try again in a moment.`,
    );
  }

  #index(service: string): RepositoryIndex {
    const index = this.#options.board.indexOf(service);
    if (index) return index;
    throw new NotFoundError(
      `The repository of ${service} is being read. Try again in a moment.`,
    );
  }

  async #firstSeen(
    service: string,
  ): Promise<
    (environment: string, resource: string, path: string) => string | undefined
  > {
    const rows = await this.#options.ledger.listDrift();
    return (environment, resource, path) =>
      rows.find(
        row =>
          row.service === service &&
          row.environment === environment &&
          row.resource === resource &&
          row.path === path,
      )?.firstSeen;
  }
}

function versionOf(parts: unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 16);
}
