import {
  HealthStatus,
  ServiceList,
  ServiceRow,
} from '@stagecraft/plugin-environments-common';
import { commit } from './build';
import { ago } from './clock';
import { userService } from './userService';

const ENVIRONMENTS = ['dev', 'staging', 'production'];

type Cell = ServiceRow['cells'][number];
type Read = Extract<Cell, { state: 'read' }>;

function cell(
  environment: string,
  revision: string,
  time: string,
  more: Partial<Read> = {},
): Cell {
  return {
    state: 'read',
    environment,
    health: 'Healthy' satisfies HealthStatus,
    revision: commit(revision, 'Mira Holt', time),
    drifted: 0,
    toDeploy: 0,
    unknown: 0,
    ...more,
  };
}

function steps(...changes: Array<[changes: number, toDecide?: number]>) {
  return changes.map(([count, toDecide = 0], index) => ({
    from: ENVIRONMENTS[index],
    to: ENVIRONMENTS[index + 1],
    state: count > 0 ? ('toPromote' as const) : ('upToDate' as const),
    changes: count,
    toDecide,
  }));
}

const november = (day: number) =>
  `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`;

/** All services, as listServices answers. */
export const serviceList: ServiceList = {
  environments: ENVIRONMENTS,
  items: [
    {
      service: 'user-service',
      owner: 'identity-team',
      entityRef: 'component:default/user-service',
      cells: [
        cell('dev', '9c1e4a2', ago(12 * 60)),
        cell('staging', '4f2a91c', november(12), { toDeploy: 1 }),
        cell('production', 'b81d0f7', november(20), {
          health: 'Degraded',
          drifted: 3,
        }),
      ],
      steps: steps([2, 1], [0]),
      debt: { incident: 'INC-42', since: '2026-11-20T13:05:00Z' },
      requests: 2,
      attention: 9,
    },
    {
      service: 'notification-hub',
      owner: 'messaging',
      entityRef: 'component:default/notification-hub',
      cells: [
        cell('dev', '2e90b11', ago(3 * 3600), {
          health: 'Degraded',
          drifted: 1,
        }),
        cell('staging', '61c2d0a', november(22)),
        cell('production', 'a07be31', november(18)),
      ],
      steps: steps([1], [3]),
      requests: 1,
      attention: 7,
    },
    {
      service: 'search-indexer',
      owner: 'discovery',
      cells: [
        cell('dev', '77d1e0c', november(21)),
        cell('staging', '77d1e0c', november(21)),
        cell('production', '77d1e0c', november(21), {
          health: 'Unknown',
          staleSince: '2026-11-23T14:02:00Z',
        }),
      ],
      steps: steps([0], [1]),
      requests: 0,
      attention: 5,
    },
    {
      service: 'partner-api',
      owner: 'partnerships',
      entityRef: 'component:default/partner-api',
      cells: [
        cell('dev', 'd24c1b8', ago(20 * 60)),
        { state: 'empty', environment: 'staging' },
        { state: 'denied', environment: 'production' },
      ],
      steps: steps([9], [0]),
      requests: 1,
      attention: 0,
    },
  ],
  repositories: [userService.repository],
  clusters: [
    { name: 'dev-eu1', state: 'live' },
    { name: 'stg-eu1', state: 'live' },
    { name: 'prod-eu1', state: 'stale', since: '2026-11-23T14:02:00Z' },
  ],
  totals: { services: 4, drift: 4, requests: 3, findings: 0 },
  version: '1',
};
