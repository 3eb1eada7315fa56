import {
  GateSummary,
  HotfixDebt,
  ServiceEnvironmentRead,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { commit, counts, environment, resource, shown, value } from './build';
import { NOW, ago } from './clock';

const at = new Date(NOW).toISOString();

/** Incident that was mended in production first. */
export const hotfix: HotfixDebt = {
  incident: 'INC-42',
  commit: commit('b81d0f7', 'Aiko Tan', '2026-11-20T13:05:00Z'),
  madeIn: 'production',
  fields: [
    {
      resource: 'XRedisCache/user-session-cache',
      path: 'spec.parameters.memory',
      value: shown('8Gi'),
    },
    {
      resource: 'XRedisCache/user-session-cache',
      path: 'spec.parameters.maxMemoryPolicy',
      value: shown('allkeys-lru'),
    },
  ],
};

export const gates: GateSummary = {
  decision: 'wait',
  checkedAt: at,
  results: [
    {
      gate: 'exists',
      title: 'Exists in dev',
      verdict: 'pass',
      evidence: ['2 of 2 fields are live there since 14:18.'],
    },
    {
      gate: 'schema',
      title: 'Schema',
      verdict: 'pass',
      evidence: ['valid against XRD xrediscaches.platform.company.com.'],
    },
    {
      gate: 'policies',
      title: 'Policies',
      verdict: 'pass',
      evidence: ['4 of 4 policies hold.'],
    },
    {
      gate: 'hotfix',
      title: 'Hotfix guard',
      verdict: 'pass',
      evidence: ['Nothing of INC-42 would be undone.'],
    },
    {
      gate: 'freeze',
      title: 'Freeze',
      verdict: 'pass',
      evidence: ['staging is not frozen.'],
    },
    {
      gate: 'parity',
      title: 'Parity to decide',
      verdict: 'pending',
      evidence: ['SESSION_TTL changed on both sides.'],
    },
    {
      gate: 'soak',
      title: 'Soak',
      verdict: 'pending',
      evidence: ['healthy in dev for 12 of 30 min, passes 14:48.'],
      until: '2026-11-23T14:48:00Z',
    },
    {
      gate: 'approval',
      title: 'Approval',
      verdict: 'pending',
      evidence: ['0 of 1 from identity-team, not you.'],
    },
  ],
};

const dev = environment(
  'dev',
  'dev-eu1',
  [
    resource('XRedisCache', 'user-session-cache', {
      values: [
        value('size', 'small'),
        value('version', '7.2', { mark: 'pending' }),
        value('memory', '4Gi'),
        value('backup', false),
      ],
    }),
    resource('XPostgreSQL', 'user-database', {
      values: [
        value('storage', '10Gi'),
        value('replicas', 1),
        value('backup', false),
        value('retention', undefined),
      ],
    }),
    resource('Deployment', 'user-service', { summary: '2.14.0, 1/1 ready' }),
    resource('ConfigMap', 'user-service-config', { summary: '6 keys' }),
    resource('Secret', 'user-service-credentials', {
      summary: '3 keys, hidden',
    }),
  ],
  {
    revision: commit('9c1e4a2', 'Mira Holt', ago(12 * 60)),
    requests: [
      {
        id: 153,
        type: 'change',
        title: 'Add read replica',
        service: 'user-service',
        to: 'dev',
        state: 'open',
        author: 'Lea Brandt',
        openedAt: ago(3 * 3600),
        progress: 'waiting',
      },
    ],
    owes: [{ ...hotfix, fields: hotfix.fields.slice(0, 1) }],
  },
);

const staging = environment(
  'staging',
  'stg-eu1',
  [
    resource('XRedisCache', 'user-session-cache', {
      values: [
        value('size', 'medium'),
        value('version', '7.0'),
        value('memory', '4Gi'),
        value('backup', true),
      ],
    }),
    resource('XPostgreSQL', 'user-database', {
      values: [
        value('storage', '50Gi'),
        value('replicas', 2),
        value('backup', true),
        value('retention', '7 d', { mark: 'merged' }),
      ],
      deploy: 'waiting',
    }),
    resource('Deployment', 'user-service', { summary: '2.14.0, 2/2 ready' }),
    resource('ConfigMap', 'user-service-config', {
      summary: '6 keys',
      differences: counts({ unexpected: 1, equal: 5 }),
    }),
    resource('Secret', 'user-service-credentials', {
      summary: '3 keys, hidden',
    }),
  ],
  {
    revision: commit('4f2a91c', 'Jonas Weber', '2026-11-12T09:20:00Z'),
    deploy: { status: 'waiting', waiting: 1, since: ago(6 * 60) },
    comparedWith: {
      environment: 'dev',
      counts: counts({ expected: 8, pending: 2, unexpected: 1, equal: 41 }),
    },
    requests: [
      {
        id: 149,
        type: 'backport',
        title: 'Backport memory',
        service: 'user-service',
        from: 'production',
        to: 'staging',
        state: 'open',
        author: 'Aiko Tan',
        openedAt: '2026-11-20T15:00:00Z',
        progress: 'inReview',
      },
    ],
    owes: [{ ...hotfix, paidBy: 149 }],
  },
);

const production: ServiceEnvironmentRead = environment(
  'production',
  'prod-eu1',
  [
    resource('XRedisCache', 'user-session-cache', {
      values: [
        value('size', 'large'),
        value('version', '7.0'),
        value('memory', '8Gi', { mark: 'hotfix' }),
        value('backup', true),
      ],
    }),
    resource('XPostgreSQL', 'user-database', {
      health: {
        status: 'Degraded',
        message: 'Reconciliation is paused',
        since: '2026-11-22T21:12:00Z',
        argo: 'Healthy',
      },
      values: [
        value('storage', '100Gi'),
        value('replicas', 3, { live: { text: 5 } }),
        value('backup', true),
        value('retention', '30 d', { live: {} }),
      ],
      drift: { status: 'drifted', fields: 3 },
    }),
    resource('Deployment', 'user-service', { summary: '2.14.0, 6/6 ready' }),
    resource('ConfigMap', 'user-service-config', { summary: '6 keys' }),
    resource('Secret', 'user-service-credentials', {
      health: { status: 'Unknown', message: '' },
      drift: {
        status: 'unknown',
        fields: 0,
        reason:
          'The cluster refuses: secrets is forbidden for stagecraft-reader.',
      },
    }),
  ],
  {
    revision: {
      ...commit('b81d0f7', 'Aiko Tan', '2026-11-20T13:05:00Z'),
      hotfix: { incident: 'INC-42' },
    },
    health: {
      status: 'Degraded',
      message: 'Reconciliation is paused',
      argo: 'Healthy',
      healthy: 3,
      total: 5,
    },
    deploy: { status: 'deployed', waiting: 0, selfHeal: false },
    drift: {
      status: 'drifted',
      drifted: 3,
      unknown: 1,
      equal: 3,
      since: '2026-11-22T20:58:00Z',
      checkedAt: ago(8),
    },
    comparedWith: {
      environment: 'staging',
      counts: counts({ expected: 7, ahead: 2, equal: 40 }),
    },
    aheadBy: [hotfix],
  },
);

/** The service of the pictures, as getServiceEnvironments answers. */
export const userService: ServiceEnvironments = {
  service: 'user-service',
  repository: {
    name: 'acme/infrastructure-gitops',
    url: 'https://git.acme.example/acme/infrastructure-gitops',
    branch: 'main',
    head: commit('7d03b1e', 'Lea Brandt', ago(4 * 60)),
    readAt: ago(4),
  },
  environments: [dev, staging, production],
  steps: [
    {
      from: 'dev',
      to: 'staging',
      state: 'toPromote',
      changes: 2,
      toDecide: 1,
      ahead: 0,
      gates,
    },
    {
      from: 'staging',
      to: 'production',
      state: 'upToDate',
      changes: 0,
      toDecide: 0,
      ahead: 2,
      gates: {
        decision: 'wait',
        checkedAt: at,
        results: [
          {
            gate: 'freeze',
            title: 'Freeze',
            verdict: 'pending',
            evidence: ['production is frozen for the sale.'],
            until: '2026-11-24T06:00:00Z',
          },
        ],
      },
    },
  ],
  permissions: {
    promote: ['staging', 'production'],
    hotfix: true,
    createClaim: true,
  },
  version: '1',
};

/** The three environments of {@link userService}. */
export const [userServiceDev, userServiceStaging, userServiceProduction] = [
  dev,
  staging,
  production,
];
