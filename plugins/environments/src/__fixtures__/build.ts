import {
  CardResource,
  CardValue,
  CommitRef,
  DeployVerdict,
  DifferenceCounts,
  DriftVerdict,
  HealthStatus,
  ServiceEnvironmentRead,
  ShownValue,
} from '@stagecraft/plugin-environments-common';
import { ago } from './clock';

/** A value as Git has it; `undefined` stands for "not there". */
export function shown(text?: string | number | boolean): ShownValue {
  return text === undefined
    ? { state: 'absent' }
    : { state: 'value', text: String(text) };
}

export function commit(
  shortId: string,
  author: string,
  time: string,
  subject = 'Change the service',
): CommitRef {
  const id = shortId.padEnd(40, '0');
  return { id, shortId, author, time, subject };
}

export function counts(some: Partial<DifferenceCounts> = {}): DifferenceCounts {
  return {
    expected: 0,
    pending: 0,
    unexpected: 0,
    ahead: 0,
    equal: 0,
    unknown: 0,
    ...some,
  };
}

export const deployed: DeployVerdict = {
  status: 'deployed',
  waiting: 0,
  selfHeal: true,
  automated: true,
};

export const noDrift: DriftVerdict = {
  status: 'none',
  drifted: 0,
  unknown: 0,
  equal: 5,
  checkedAt: ago(8),
};

type Shown = Parameters<typeof shown>[0];

/** A telling value: label, Git's value, and a mark or the value of the cluster. */
export function value(
  label: string,
  git: Shown,
  more: { mark?: CardValue['mark']; live?: { text?: Shown } } = {},
): CardValue {
  return {
    label,
    path: `spec.parameters.${label}`,
    git: shown(git),
    live: more.live && shown(more.live.text),
    mark: more.live ? 'drift' : more.mark,
  };
}

const GROUPS: Record<string, [string, string]> = {
  XRedisCache: ['platform.company.com', 'v1alpha1'],
  XPostgreSQL: ['platform.company.com', 'v1alpha1'],
  Deployment: ['apps', 'v1'],
};

/** A resource in good health of which `more` differs. */
export function resource(
  kind: string,
  name: string,
  more: Partial<CardResource> = {},
): CardResource {
  const [group, version] = GROUPS[kind] ?? ['', 'v1'];
  return {
    kind,
    name,
    group,
    apiVersion: group ? `${group}/${version}` : version,
    resource: `${kind}/${name}`,
    health: { status: 'Healthy', message: '' },
    values: [],
    drift: { status: 'none', fields: 0 },
    deploy: 'deployed',
    origin: { file: `applications/user-service/${name}.yaml`, line: 1 },
    shadowed: [],
    ...more,
  };
}

/** An environment that is well, of which `more` differs. */
export function environment(
  name: string,
  cluster: string,
  resources: CardResource[],
  more: Partial<ServiceEnvironmentRead> = {},
): ServiceEnvironmentRead {
  const healthy = resources.filter(r => r.health.status === 'Healthy').length;
  const status: HealthStatus = 'Healthy';
  return {
    state: 'read',
    name,
    cluster,
    namespace: `user-service-${name}`,
    applications: [`user-service-${name}`],
    health: { status, message: '', healthy, total: resources.length },
    deploy: deployed,
    drift: noDrift,
    freshness: { state: 'live', at: ago(8) },
    notes: [],
    resources,
    requests: [],
    owes: [],
    aheadBy: [],
    ...more,
  };
}
