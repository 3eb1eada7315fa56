import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ChangeRequestService,
  ChangeRequestStore,
  DefaultChangeRequestService,
  ForgeRegistry,
} from './changes';
import { EnvironmentsConfig } from './config';
import {
  CatalogPeople,
  DefaultGateJudge,
  DefaultPlanner,
  LiveFacts,
  Planner,
  PlanningSources,
} from './planning';

/** Planning and change requests over the indexes of the read side. */
export function createWriteSide(options: {
  config: EnvironmentsConfig;
  sources: PlanningSources;
  live: LiveFacts;
  store: ChangeRequestStore;
  catalog: CatalogService;
  auth: AuthService;
  forges: ForgeRegistry;
  logger: LoggerService;
}): { planner: Planner; requests: ChangeRequestService } {
  const people = CatalogPeople.create(options);
  const judge = DefaultGateJudge.create({ ...options, people });
  const planner = DefaultPlanner.create({
    ...options,
    judge,
    openOnWay: async (repository, way) => {
      const request = await options.store.onWay(repository, way);
      return request?.state === 'open' ? request.id : undefined;
    },
  });
  const requests = DefaultChangeRequestService.create({
    ...options,
    planner,
    judge,
    people,
  });
  return { planner, requests };
}
