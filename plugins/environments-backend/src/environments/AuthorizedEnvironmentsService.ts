import { NotAllowedError } from '@backstage/errors';
import {
  claimCreatePermission,
  Comparison,
  DriftList,
  environmentPromotePermission,
  environmentReadPermission,
  PipelineStep,
  ResourceDetail,
  ServiceDrift,
  ServiceEnvironments,
  ServiceList,
  ServiceRow,
} from '@stagecraft/plugin-environments-common';
import { EnvironmentAccess } from './EnvironmentAccess';
import { CallOptions, EnvironmentsService, ResourceRequest } from './types';

type May = (service: string, environment: string) => boolean;

/**
 * The read side as one caller may see it. An environment that is denied keeps
 * its place and nothing else; what lies between it and its neighbours is
 * denied with it.
 */
export class AuthorizedEnvironmentsService implements EnvironmentsService {
  readonly #inner: EnvironmentsService;
  readonly #access: EnvironmentAccess;

  constructor(inner: EnvironmentsService, access: EnvironmentAccess) {
    this.#inner = inner;
    this.#access = access;
  }

  async listServices(options: CallOptions): Promise<ServiceList> {
    const list = await this.#inner.listServices(options);
    const may = await this.#access.allowed(
      environmentReadPermission,
      list.items.flatMap(({ service, cells }) =>
        cells.map(({ environment }) => ({ service, environment })),
      ),
      options.credentials,
    );
    const items = list.items
      .map(row => seenRow(row, may))
      .filter(({ cells }) => cells.some(cell => cell.state !== 'denied'));
    const cells = items.flatMap(row => row.cells);
    return {
      ...list,
      items,
      totals: {
        ...list.totals,
        services: items.length,
        drift: cells.reduce(
          (sum, cell) => sum + (cell.state === 'read' ? cell.drifted : 0),
          0,
        ),
        requests: items.reduce((sum, row) => sum + row.requests, 0),
      },
    };
  }

  async getServiceEnvironments(
    request: { service: string },
    options: CallOptions,
  ): Promise<ServiceEnvironments> {
    const { service } = request;
    const answer = await this.#inner.getServiceEnvironments(request, options);
    const places = answer.environments.map(({ name: environment }) => ({
      service,
      environment,
    }));
    const { credentials } = options;
    const [mayRead, mayPromote, mayClaim] = await Promise.all([
      this.#access.allowed(environmentReadPermission, places, credentials),
      this.#access.allowed(environmentPromotePermission, places, credentials),
      this.#access.allowed(claimCreatePermission, places, credentials),
    ]);
    if (!places.some(({ environment }) => mayRead(service, environment))) {
      throw new NotAllowedError(
        `You may not see any environment of ${service} (${environmentReadPermission.name}).`,
      );
    }
    return {
      ...answer,
      environments: answer.environments.map(environment => {
        if (mayRead(service, environment.name)) {
          if (environment.state !== 'read' || !environment.comparedWith) {
            return environment;
          }
          const before = environment.comparedWith.environment;
          if (mayRead(service, before)) return environment;
          return {
            ...environment,
            comparedWith: undefined,
            resources: environment.resources.map(resource => ({
              ...resource,
              differences: undefined,
            })),
          };
        }
        return {
          state: 'denied' as const,
          name: environment.name,
          permission: environmentReadPermission.name,
        };
      }),
      steps: answer.steps.map(step => seenStep(step, service, mayRead)),
      permissions: {
        ...answer.permissions,
        promote: answer.permissions.promote.filter(environment =>
          mayPromote(service, environment),
        ),
        createClaim: places.some(({ environment }) =>
          mayClaim(service, environment),
        ),
      },
    };
  }

  async compareEnvironments(
    request: { service: string; from: string; to: string },
    options: CallOptions,
  ): Promise<Comparison> {
    const { service } = request;
    const answer = await this.#inner.compareEnvironments(request, options);
    for (const environment of [request.from, request.to]) {
      await this.#access.require(
        environmentReadPermission,
        { service, environment },
        options.credentials,
      );
    }
    return answer;
  }

  async getServiceDrift(
    request: { service: string; environment?: string },
    options: CallOptions,
  ): Promise<ServiceDrift> {
    const { service, environment } = request;
    const answer = await this.#inner.getServiceDrift(request, options);
    if (environment !== undefined) {
      await this.#access.require(
        environmentReadPermission,
        { service, environment },
        options.credentials,
      );
      return answer;
    }
    const may = await this.#access.allowed(
      environmentReadPermission,
      answer.environments.map(one => ({
        service,
        environment: one.environment,
      })),
      options.credentials,
    );
    const environments = answer.environments.filter(one =>
      may(service, one.environment),
    );
    if (environments.length === 0 && answer.environments.length > 0) {
      throw new NotAllowedError(
        `You may not see any environment of ${service} (${environmentReadPermission.name}).`,
      );
    }
    return { ...answer, environments };
  }

  async listDrift(options: CallOptions): Promise<DriftList> {
    const answer = await this.#inner.listDrift(options);
    const may = await this.#access.allowed(
      environmentReadPermission,
      answer.items,
      options.credentials,
    );
    return {
      ...answer,
      items: answer.items.filter(row => may(row.service, row.environment)),
    };
  }

  async getResource(
    request: ResourceRequest,
    options: CallOptions,
  ): Promise<ResourceDetail> {
    // Before anything is asked of a cluster.
    await this.#access.require(
      environmentReadPermission,
      request,
      options.credentials,
    );
    return this.#inner.getResource(request, options);
  }
}

function seenRow(row: ServiceRow, may: May): ServiceRow {
  const sees = (environment: string) => may(row.service, environment);
  const all = row.cells.every(({ environment }) => sees(environment));
  if (all) return row;
  return {
    ...row,
    cells: row.cells.map(cell =>
      sees(cell.environment)
        ? cell
        : { state: 'denied', environment: cell.environment },
    ),
    steps: row.steps.map(step =>
      sees(step.from) && sees(step.to)
        ? step
        : { ...step, state: 'denied', changes: 0, toDecide: 0 },
    ),
    debt: undefined,
  };
}

function seenStep(step: PipelineStep, service: string, may: May): PipelineStep {
  const { from, to } = step;
  if (may(service, from) && may(service, to)) return step;
  return {
    from,
    to,
    state: 'denied',
    changes: 0,
    toDecide: 0,
    ahead: 0,
    reason: `You may not see ${may(service, from) ? to : from}.`,
  };
}
