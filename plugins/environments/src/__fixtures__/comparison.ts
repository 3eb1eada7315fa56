import {
  Comparison,
  DifferenceReason,
  FieldDifference,
  OriginRef,
  ShownValue,
} from '@stagecraft/plugin-environments-common';
import { counts, shown } from './build';

/** A text that Git quotes. */
export function quoted(text: string): ShownValue {
  return { state: 'value', text, quoted: true };
}

function origin(place: string): OriginRef {
  const [file, line, commit] = place.split(/[:@]/);
  return { file: `environments/${file}`, line: Number(line), commit };
}

type Side = [value: ShownValue, place?: string];

function field(
  path: string,
  reason: DifferenceReason,
  left: Side,
  right: Side,
  word: FieldDifference['why']['word'],
  sentence: string,
): FieldDifference {
  const side = ([value, place]: Side) => ({
    value,
    origin: place ? origin(place) : undefined,
  });
  return {
    path,
    reason,
    left: side(left),
    right: side(right),
    why: { word, sentence },
  };
}

const redis = 'infrastructure/redis-cache.yaml';
const postgres = 'infrastructure/postgres.yaml';

/** dev against staging, as the compare view shows it. */
export const comparison: Comparison = {
  service: 'user-service',
  from: 'dev',
  to: 'staging',
  fromCommit: '9c1e4a2'.padEnd(40, '0'),
  toCommit: '7d03b1e'.padEnd(40, '0'),
  counts: counts({ pending: 2, unexpected: 1, expected: 8, equal: 46 }),
  parity: 96.4,
  commentOnly: 1,
  notes: [],
  resources: [
    {
      resource: 'Deployment/user-service',
      kind: 'Deployment',
      name: 'user-service',
      presence: 'both',
      counts: counts({ expected: 1, equal: 20 }),
      shadowed: [],
      yaml: {
        left: 'kind: Deployment\nspec:\n  replicas: 1\n',
        right: 'kind: Deployment\nspec:\n  replicas: 2\n',
      },
      fields: [
        field(
          'spec.replicas',
          'expected',
          [shown(1), 'dev/applications/deployment.yaml:8@0a93fe1'],
          [shown(2), 'staging/applications/deployment.yaml:8@77ab310'],
          'Override',
          'Contract: replicas may grow toward production.',
        ),
      ],
    },
    {
      resource: 'XRedisCache/user-session-cache',
      kind: 'XRedisCache',
      name: 'user-session-cache',
      presence: 'both',
      counts: counts({ pending: 2, expected: 3, equal: 12 }),
      shadowed: [],
      yaml: {
        left: [
          'apiVersion: platform.company.com/v1alpha1',
          'kind: XRedisCache',
          'metadata:',
          '  name: user-session-cache',
          '  namespace: user-service-dev',
          'spec:',
          '  parameters:',
          '    size: small',
          '    version: "7.2"',
          '    backup: false',
          '    maxMemoryPolicy: allkeys-lru',
          '    memory: 4Gi',
          '',
        ].join('\n'),
        right: [
          'apiVersion: platform.company.com/v1alpha1',
          'kind: XRedisCache',
          'metadata:',
          '  name: user-session-cache',
          '  namespace: user-service-staging',
          'spec:',
          '  parameters:',
          '    size: medium',
          '    version: "7.0"',
          '    backup: true',
          '    replicas: 3',
          '    memory: 4Gi',
          '',
        ].join('\n'),
      },
      fields: [
        field(
          'spec.parameters.version',
          'pending',
          [quoted('7.2'), `dev/${redis}:11@9c1e4a2`],
          [quoted('7.0'), `staging/${redis}:11@4f2a91c`],
          'Lag',
          'staging has the value dev had until 9c1e4a2, today 14:18.',
        ),
        field(
          'spec.parameters.maxMemoryPolicy',
          'pending',
          [shown('allkeys-lru'), `dev/${redis}:13@9c1e4a2`],
          [shown()],
          'Lag',
          'Added to dev in 9c1e4a2. In production since hotfix INC-42.',
        ),
        field(
          'spec.parameters.size',
          'expected',
          [shown('small'), `dev/${redis}:10@1d77c02`],
          [shown('medium'), `staging/${redis}:10@4f2a91c`],
          'Override',
          'Contract: size may grow toward production.',
        ),
        field(
          'spec.parameters.backup',
          'expected',
          [shown(false), `dev/${redis}:12@1d77c02`],
          [shown(true), `staging/${redis}:12@4f2a91c`],
          'Override',
          'Contract: backup is on from staging onward.',
        ),
        field(
          'spec.parameters.replicas',
          'expected',
          [shown()],
          [shown(3), `staging/${redis}:14@4f2a91c`],
          'Override',
          'Only in staging, kept by rule replicas.',
        ),
      ],
    },
    {
      resource: 'ConfigMap/user-service-config',
      kind: 'ConfigMap',
      name: 'user-service-config',
      presence: 'both',
      counts: counts({ unexpected: 1, equal: 5 }),
      shadowed: [],
      yaml: {
        left: 'data:\n  LOG_LEVEL: info\n  SESSION_TTL: "30m"\n',
        right: 'data:\n  LOG_LEVEL: info\n  SESSION_TTL: "45m"\n',
      },
      fields: [
        field(
          'data.SESSION_TTL',
          'unexpected',
          [quoted('30m'), 'dev/config/config.yaml:9@9c1e4a2'],
          [quoted('45m'), 'staging/config/config.yaml:9@e20b5d1'],
          'Divergent',
          'Both changed since the last promotion, when it was "20m". Promoting needs a decision.',
        ),
      ],
    },
    {
      resource: 'XPostgreSQL/user-database',
      kind: 'XPostgreSQL',
      name: 'user-database',
      presence: 'both',
      counts: counts({ expected: 4, equal: 9 }),
      shadowed: [
        {
          environment: 'staging',
          inForce: {
            file: 'environments/staging/applications/user-service/infrastructure/postgres.yaml',
            line: 1,
          },
          shadowed: {
            file: 'applications/user-service/infrastructure/postgres.yaml',
            line: 1,
          },
          lostFields: [],
        },
      ],
      yaml: {
        left: 'spec:\n  parameters:\n    storage: 10Gi\n    replicas: 1\n',
        right: 'spec:\n  parameters:\n    storage: 50Gi\n    replicas: 2\n',
      },
      fields: [
        field(
          'spec.parameters.storage',
          'expected',
          [shown('10Gi'), `dev/${postgres}:10@0a93fe1`],
          [shown('50Gi'), `staging/${postgres}:9@77ab310`],
          'Override',
          'Contract: storage may grow toward production.',
        ),
        field(
          'spec.parameters.replicas',
          'expected',
          [shown(1), `dev/${postgres}:11@0a93fe1`],
          [shown(2), `staging/${postgres}:10@77ab310`],
          'Override',
          'Contract: replicas may grow toward production.',
        ),
      ],
    },
  ],
};
