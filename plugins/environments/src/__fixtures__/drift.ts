import {
  DriftField,
  DriftList,
  ResourceDetail,
} from '@stagecraft/plugin-environments-common';
import { commit, shown } from './build';
import { NOW, ago } from './clock';
import { quoted } from './comparison';

const DATABASE = 'XPostgreSQL/user-database';
const FILE = 'environments/production/infrastructure/postgres.yaml';

const fields: DriftField[] = [
  {
    resource: DATABASE,
    path: 'spec.parameters.replicas',
    kind: 'changed',
    git: shown(3),
    live: shown(5),
    origin: { file: FILE, line: 11 },
    cause: 'manual',
    manager: 'kubectl-edit',
    atOrBefore: '2026-11-22T20:58:00Z',
  },
  {
    resource: DATABASE,
    path: 'metadata.annotations["crossplane.io/paused"]',
    kind: 'added',
    git: shown(),
    live: quoted('true'),
    cause: 'manual',
    manager: 'kubectl-annotate',
    atOrBefore: '2026-11-22T21:12:00Z',
    consequence: 'Stops reconciliation',
  },
  {
    resource: DATABASE,
    path: 'spec.parameters.backupRetention',
    kind: 'removed',
    git: shown(30),
    live: shown(),
    origin: { file: FILE, line: 13 },
    cause: 'unknown',
    between: { from: '2026-11-22T20:50:00Z', to: '2026-11-22T21:20:00Z' },
  },
];

function quiet(
  path: string,
  cause: DriftField['cause'],
  more: Partial<DriftField>,
): DriftField {
  return {
    resource: DATABASE,
    path,
    kind: 'added',
    git: shown(),
    live: shown('set'),
    cause,
    ...more,
  };
}

/** user-database in production, as getResource answers. */
export const database: ResourceDetail = {
  service: 'user-service',
  environment: 'production',
  resource: DATABASE,
  kind: 'XPostgreSQL',
  name: 'user-database',
  group: 'platform.company.com',
  namespace: 'user-service',
  health: {
    status: 'Degraded',
    message: 'Reconciliation is paused.',
    since: '2026-11-22T21:12:00Z',
    argo: 'Healthy',
  },
  deploy: { status: 'deployed', waiting: 0, selfHeal: false },
  drift: {
    resource: DATABASE,
    kind: 'XPostgreSQL',
    name: 'user-database',
    verdict: 'drifted',
    fields,
    notCounted: [
      quiet('spec.crossplane.compositionRef', 'controller', {
        manager: 'crossplane',
      }),
      quiet('spec.parameters.port', 'default', { rule: 'XRD default' }),
      quiet('spec.parameters.monitoring', 'ignored', {
        rule: 'infrastructure-production',
      }),
    ],
  },
  whyItLasts: 'self-heal is off for infrastructure-production.',
  revision: commit('b81d0f7', 'Aiko Tan', '2026-11-20T13:05:00Z'),
  freshness: { state: 'live', at: ago(8) },
  origin: { file: FILE, line: 1 },
  composition: 'postgresql-aws',
  composed: {
    kind: 'XPostgreSQL',
    name: 'user-database',
    group: 'platform.company.com',
    health: { status: 'Degraded', message: 'Reconciliation is paused.' },
    ready: false,
    synced: true,
    createdAt: '2026-08-12T09:00:00Z',
    children: [
      {
        kind: 'Instance',
        name: 'user-database-5xk2p',
        group: 'rds.aws.m.upbound.io',
        health: { status: 'Degraded', message: '' },
        ready: false,
        synced: true,
        createdAt: '2026-08-12T09:00:00Z',
        message: 'A replica cannot be made: the subnet has no free address.',
        children: [],
      },
      {
        kind: 'SubnetGroup',
        name: 'user-database-subnets',
        group: 'rds.aws.m.upbound.io',
        health: { status: 'Healthy', message: '' },
        ready: true,
        synced: true,
        createdAt: '2026-08-12T09:00:00Z',
        children: [],
      },
    ],
  },
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'ReconcilePaused',
      message: 'Reconciliation is paused via the pause annotation.',
      since: '2026-11-22T21:12:00Z',
    },
    {
      type: 'Synced',
      status: 'True',
      reason: 'ReconcileSuccess',
      since: '2026-11-22T20:58:00Z',
    },
  ],
  events: {
    state: 'read',
    items: [
      {
        time: ago(4 * 60),
        type: 'Warning',
        reason: 'CannotCreate',
        message: 'The subnet has no free address.',
        source: 'rds.aws.m.upbound.io',
        count: 12,
      },
      {
        time: ago(20 * 60),
        type: 'Normal',
        reason: 'ComposeResources',
        message: 'Composed 2 resources.',
        source: 'crossplane',
        count: 1,
      },
    ],
  },
  history: [
    {
      time: '2026-11-22T20:58:00Z',
      type: 'drift',
      title: 'replicas changed from 3 to 5',
      detail: 'by kubectl-edit, at or before 20:58',
    },
    {
      time: '2026-11-20T13:08:00Z',
      type: 'deploy',
      title: 'Deployed',
      commit: commit('b81d0f7', 'Aiko Tan', '2026-11-20T13:05:00Z'),
    },
    {
      time: '2026-11-20T13:05:00Z',
      type: 'commit',
      title: 'More memory for the cache',
      detail: 'Aiko Tan',
      commit: commit('b81d0f7', 'Aiko Tan', '2026-11-20T13:05:00Z'),
    },
  ],
  neighbours: {
    previous: 'XRedisCache/user-session-cache',
    next: 'Deployment/user-service',
  },
  yaml: {},
};

/** The ledger of all services, as listDrift answers. */
export const driftList: DriftList = {
  items: [
    ...fields.map(field => ({
      ...field,
      service: 'user-service',
      environment: 'production',
    })),
    {
      resource: 'Deployment/notification-hub',
      path: 'spec.replicas',
      kind: 'changed',
      git: shown(2),
      live: shown(4),
      cause: 'autoscaler',
      manager: 'horizontal-pod-autoscaler',
      service: 'notification-hub',
      environment: 'dev',
      atOrBefore: ago(2 * 3600),
    },
  ],
  watched: {
    clusters: 3,
    resources: 612,
    services: 48,
    unreadable: 1,
    comparedAt: new Date(NOW - 8000).toISOString(),
  },
};
