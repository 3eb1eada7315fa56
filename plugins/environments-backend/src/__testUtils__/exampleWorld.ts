import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { GitRepositoryIndex } from '../environments/GitRepositoryIndex';
import {
  DefaultGateJudge,
  DefaultPlanner,
  Known,
  LiveFacts,
  PlanningConfig,
  PlanningSources,
} from '../planning';
import { GitMirror } from '../repository';
import { createExampleRemote } from './exampleRemote';
import { GitRemote } from './gitRemote';

/** Planning over the example repository, all clusters synced to its newest commit unless said otherwise. */
export interface ExampleWorld {
  readonly remote: GitRemote;
  readonly ids: Map<string, string>;
  readonly mirror: GitMirror;
  readonly index: GitRepositoryIndex;
  readonly sources: PlanningSources;
  readonly judge: DefaultGateJudge;
  /** What the environment's cluster runs from now on. */
  synced(environment: string, fact: Known<{ commit: string }>): void;
  planner(
    config?: Partial<PlanningConfig>,
    openRequest?: number,
  ): DefaultPlanner;
  cleanup(): Promise<void>;
}

/** Lays the example repository and everything that plans over it. */
export async function createExampleWorld(): Promise<ExampleWorld> {
  const { remote, ids } = createExampleRemote();
  const config = {
    name: 'acme/infrastructure-gitops',
    url: remote.url,
    branch: 'main',
    argoUrls: ['https://git.acme.example/acme/infrastructure-gitops.git'],
  };
  const mirror = await GitMirror.open({
    ...config,
    directory: path.join(remote.directory, 'mirrors'),
    logger: mockServices.logger.mock(),
  });
  const index = GitRepositoryIndex.create({
    config,
    repository: mirror,
    order: [],
    overrides: [],
    clusters: undefined,
  });
  const sources: PlanningSources = {
    async forService(service) {
      await index.current();
      const known = index.effective().some(item => item.service === service);
      if (!known) throw new NotFoundError(`There is no service ${service}`);
      return index;
    },
    named: () => index,
    all: () => [index],
  };
  const synced = new Map<string, Known<{ commit: string }>>();
  const live: LiveFacts = {
    synced: async (_service, environment) =>
      synced.get(environment) ?? {
        state: 'known',
        value: { commit: remote.head() },
      },
    health: async () => ({ state: 'unknown', reason: 'nobody looked' }),
  };
  const judgeWith = (planning: PlanningConfig) =>
    DefaultGateJudge.create({
      config: planning,
      live,
      people: {
        identityOf: async ref => ({ name: ref, email: '' }),
        membersOf: async () => ({}),
      },
      now: () => new Date('2026-11-23T14:33:00Z'),
    });
  return {
    remote,
    ids,
    mirror,
    index,
    sources,
    judge: judgeWith({ overrides: [] }),
    synced: (environment, fact) => synced.set(environment, fact),
    planner(planning = {}, openRequest) {
      const complete = { overrides: [], ...planning };
      return DefaultPlanner.create({
        sources,
        config: complete,
        judge: judgeWith(complete),
        openOnWay: async () => openRequest,
      });
    },
    async cleanup() {
      await mirror.close();
      remote.cleanup();
    },
  };
}
