import {
  CardResource,
  PipelineStep,
  ServiceEnvironmentRead,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { commit, counts, environment, resource } from './build';
import { ago } from './clock';

const KINDS: Array<[kind: string, count: number]> = [
  ['XRedisCache', 4],
  ['XPostgreSQL', 3],
  ['Deployment', 9],
  ['Service', 9],
  ['ConfigMap', 8],
  ['Secret', 7],
];

function resources(special: Record<string, Partial<CardResource>> = {}) {
  const names: Record<string, string> = {
    'XRedisCache 0': 'basket-cache',
    'Deployment 0': 'checkout-worker',
    'Deployment 1': 'checkout-web',
    'ConfigMap 0': 'checkout-config',
  };
  return KINDS.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => {
      const name =
        names[`${kind} ${index}`] ?? `checkout-${kind.toLowerCase()}-${index}`;
      return resource(kind, name, special[name]);
    }),
  );
}

function one(
  name: string,
  cluster: string,
  shortId: string,
  time: string,
  more: Partial<ServiceEnvironmentRead> = {},
  special: Record<string, Partial<CardResource>> = {},
) {
  return environment(name, cluster, resources(special), {
    namespace: `checkout-${name}`,
    revision: commit(shortId, 'Ines Roy', time),
    ...more,
  });
}

const drifted = (fields: number, since: string) => ({
  status: 'drifted' as const,
  drifted: fields,
  unknown: 0,
  equal: 39,
  since,
  checkedAt: ago(8),
});

const environments = [
  one('dev', 'dev-eu1', '5b3c9a4', ago(41 * 60)),
  one('int', 'int-eu1', '7aa0c12', ago(3 * 3600)),
  one(
    'qa',
    'qa-eu1',
    'd02f8c1',
    ago(2 * 3600),
    {
      drift: drifted(1, '2026-11-20T16:40:00Z'),
      comparedWith: { environment: 'int', counts: counts({ expected: 11 }) },
    },
    { 'checkout-config': { drift: { status: 'drifted', fields: 1 } } },
  ),
  one(
    'staging',
    'stg-eu1',
    '5b3c9a4',
    ago(30 * 3600),
    {
      health: { status: 'Progressing', message: '', healthy: 38, total: 40 },
      deploy: { status: 'waiting', waiting: 1, since: ago(120) },
      drift: drifted(2, '2026-11-21T11:05:00Z'),
      comparedWith: {
        environment: 'qa',
        counts: counts({ expected: 14, pending: 2 }),
      },
      requests: [
        {
          id: 162,
          type: 'promotion',
          title: 'Raise worker limits',
          service: 'checkout',
          from: 'qa',
          to: 'staging',
          state: 'open',
          author: 'Ines Roy',
          openedAt: ago(7200),
          progress: 'inReview',
        },
      ],
    },
    {
      'basket-cache': {
        health: {
          status: 'Progressing',
          message: 'creating',
          since: ago(240),
        },
      },
      'checkout-worker': {
        health: { status: 'Progressing', message: '2 of 3 ready' },
      },
      'checkout-web': { drift: { status: 'drifted', fields: 2 } },
    },
  ),
  one('canary', 'prod-eu1', 'e11d802', '2026-11-11T08:00:00Z', {
    comparedWith: {
      environment: 'staging',
      counts: counts({ expected: 9, pending: 4 }),
    },
  }),
  one('prod-eu', 'prod-eu1', 'e11d802', '2026-11-09T08:00:00Z'),
  one('prod-us', 'prod-us1', 'e11d802', '2026-11-09T08:00:00Z'),
  one('prod-ap', 'prod-ap1', 'e11d802', '2026-11-09T08:00:00Z', {
    health: {
      status: 'Degraded',
      message: 'volume full',
      healthy: 39,
      total: 40,
    },
    drift: drifted(3, '2026-11-22T11:05:00Z'),
  }),
  one('prod-sa', 'prod-sa1', 'e11d802', '2026-11-09T08:00:00Z', {
    health: { status: 'Unknown', message: '', healthy: 0, total: 40 },
    freshness: { state: 'stale', at: '2026-11-23T14:02:00Z' },
  }),
];

function step(from: string, to: string, changes: number): PipelineStep {
  return {
    from,
    to,
    state: changes > 0 ? 'toPromote' : 'upToDate',
    changes,
    toDecide: 0,
    ahead: 0,
  };
}

/** A service with nine environments and forty resources. */
export const scaleService: ServiceEnvironments = {
  service: 'checkout',
  repository: {
    name: 'acme/infrastructure-gitops',
    branch: 'main',
    head: commit('7d03b1e', 'Lea Brandt', ago(240)),
    readAt: ago(4),
  },
  environments,
  steps: [
    step('dev', 'int', 1),
    step('int', 'qa', 0),
    step('qa', 'staging', 2),
    step('staging', 'canary', 4),
    step('canary', 'prod-eu', 0),
    step('prod-eu', 'prod-us', 0),
    step('prod-us', 'prod-ap', 0),
    step('prod-ap', 'prod-sa', 0),
  ],
  permissions: {
    promote: environments.map(e => e.name),
    hotfix: true,
    createClaim: true,
  },
  version: '1',
};
