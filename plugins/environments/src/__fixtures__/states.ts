import {
  PipelineStep,
  ServiceEnvironment,
  ServiceEnvironmentRead,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { commit, counts, deployed, noDrift } from './build';
import { ago } from './clock';
import {
  gates,
  userService,
  userServiceDev,
  userServiceProduction,
  userServiceStaging,
} from './userService';

/** The service with other environments or steps. */
export function variant(
  service: string,
  change: Partial<ServiceEnvironments>,
): ServiceEnvironments {
  return { ...userService, service, ...change };
}

export const unreachable: ServiceEnvironmentRead = {
  ...userServiceProduction,
  revision: commit('b81d0f7', 'Aiko Tan', '2026-11-20T13:05:00Z'),
  freshness: { state: 'stale', at: '2026-11-23T14:02:00Z' },
  health: {
    status: 'Healthy',
    message: '',
    healthy: 5,
    total: 5,
  },
  deploy: deployed,
  drift: noDrift,
  notes: [
    {
      code: 'cluster-unreachable',
      tone: 'warning',
      title: 'prod-eu1 does not answer',
      detail:
        'Live values are from then and may be wrong. Git is up to date. Next try in 40 s.',
      since: '2026-11-23T14:02:00Z',
    },
  ],
  resources: userServiceProduction.resources.map(resource => ({
    ...resource,
    values: resource.values.map(({ live: _, mark: __, ...rest }) => rest),
  })),
};

export const invalid: ServiceEnvironmentRead = {
  ...userServiceStaging,
  deploy: {
    status: 'failing',
    waiting: 1,
    detail: 'since e20b5d1',
  },
  drift: { status: 'unknown', drifted: 0, unknown: 1, equal: 4 },
  notes: [
    {
      code: 'file-unreadable',
      tone: 'negative',
      title: '1 file cannot be read',
      detail: 'key "size" is there twice.',
      origin: {
        file: 'environments/staging/infrastructure/redis-cache.yaml',
        line: 12,
        commit: 'e20b5d1',
        url: 'https://git.acme.example/acme/infrastructure-gitops',
      },
    },
  ],
  resources: userServiceStaging.resources.map((resource, index) =>
    index === 0
      ? {
          ...resource,
          values: [],
          unreadable: 'At 4f2a91c: medium, 7.0, 4Gi, backup on',
        }
      : resource,
  ),
};

export const notApplied: ServiceEnvironmentRead = {
  ...userServiceDev,
  health: {
    status: 'Missing',
    message: '',
    argo: 'Healthy',
    healthy: 0,
    total: 5,
  },
  deploy: { status: 'notApplied', waiting: 0, detail: '14 files' },
  drift: { status: 'unknown', drifted: 0, unknown: 5, equal: 0 },
  notes: [
    {
      code: 'not-applied',
      tone: 'negative',
      title: 'Argo CD does not apply this folder',
      detail:
        'infrastructure-dev reads environments/dev without subfolders, so nothing below is deployed.',
      fix: 'Set directory.recurse of infrastructure-dev.',
    },
  ],
  resources: userServiceDev.resources.map(resource => ({
    ...resource,
    health: { status: 'Missing' as const, message: '' },
  })),
};

const denied: ServiceEnvironment = {
  state: 'denied',
  name: 'production',
  permission: 'environments.environment.read',
  owner: 'identity-team',
};

const [toStaging] = userService.steps;

function step(change: Partial<PipelineStep>): PipelineStep {
  return { ...toStaging, toDecide: 0, gates: undefined, ...change };
}

/** The seven states of the way between two environments. */
export const arrows: Record<PipelineStep['state'], PipelineStep> = {
  upToDate: step({ state: 'upToDate', changes: 0 }),
  toPromote: step({
    gates: {
      ...gates,
      decision: 'allow',
      results: gates.results.map(result => ({
        ...result,
        verdict: 'pass' as const,
      })),
    },
  }),
  inReview: step({
    state: 'inReview',
    request: {
      id: 157,
      type: 'promotion',
      title: 'Promote user-service',
      service: 'user-service',
      to: 'staging',
      state: 'open',
      author: 'Mira Holt',
      openedAt: ago(600),
      progress: 'inReview',
    },
    reason: 'approval 0 of 1',
  }),
  frozen: step({
    state: 'frozen',
    changes: 4,
    reason: 'freeze until Tue 06:00',
  }),
  blocked: step({ state: 'blocked', changes: 4, reason: 'would undo INC-40' }),
  notCompared: step({
    state: 'notCompared',
    changes: 0,
    reason: '1 file cannot be read',
  }),
  denied: step({ state: 'denied', reason: 'you may not promote here' }),
};

const quiet: ServiceEnvironmentRead = {
  ...userServiceDev,
  revision: commit('e9d3720', 'Mira Holt', '2026-11-02T09:00:00Z'),
  requests: [],
  owes: [],
};

/** One service per state of the pictures; the service is named after the state. */
export const stateServices: ServiceEnvironments[] = [
  variant('unreachable', {
    environments: [userServiceDev, userServiceStaging, unreachable],
  }),
  variant('invalid', {
    environments: [userServiceDev, invalid, userServiceProduction],
    steps: [arrows.notCompared, userService.steps[1]],
  }),
  variant('not-applied', {
    environments: [notApplied, userServiceStaging, userServiceProduction],
  }),
  variant('denied', {
    environments: [userServiceDev, userServiceStaging, denied],
    steps: [toStaging, { ...arrows.denied, from: 'staging', to: 'production' }],
    permissions: { promote: [], hotfix: false, createClaim: false },
  }),
  variant('not-here', {
    environments: [
      userServiceDev,
      {
        ...userServiceStaging,
        resources: userServiceStaging.resources.slice(0, 3),
      },
      {
        state: 'empty',
        name: 'production',
        detail: 'No file of user-service is in environments/production.',
      },
    ],
  }),
  variant('quiet', {
    environments: ['dev', 'staging', 'production'].map((name, index) => ({
      ...quiet,
      name,
      comparedWith:
        index > 0
          ? { environment: 'dev', counts: counts({ expected: 8, equal: 44 }) }
          : undefined,
    })),
    steps: [
      arrows.upToDate,
      { ...arrows.upToDate, from: 'staging', to: 'production' },
    ],
  }),
  variant('address-book', { environments: [], steps: [] }),
];
