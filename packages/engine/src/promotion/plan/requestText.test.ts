import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '../../manifests';
import { JsonObject } from '../../fields';
import { PlanInput } from '../types';
import { planPromotion } from './planPromotion';
import { requestText } from './requestText';

const COMMIT = '9c1e4a2b3c4d5e6f708192a3b4c5d6e7f8091a2b';

function golden(name: string): string {
  return readFileSync(path.join(__dirname, '__fixtures__', name), 'utf8');
}

function input(
  kind: string,
  name: string,
  [base, source, target]: [string?, string?, string?],
): PlanInput['resources'][number] {
  const text = (environment: string, body: string) =>
    `kind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${environment}\n${body}`;
  const file = (environment: string, body: string) => ({
    path: `environments/${environment}/${name}.yaml`,
    text: text(environment, body),
    document: 0,
  });
  return {
    key: `/${kind}/${name}`,
    base:
      base === undefined
        ? undefined
        : (readYaml(text('dev', base)) as JsonObject),
    source: source === undefined ? undefined : file('dev', source),
    target: target === undefined ? undefined : file('staging', target),
  };
}

const CACHE = input('XRedisCache', 'user-session-cache', [
  'spec: {size: small, version: "7.0", backup: false}\n',
  'spec: {size: small, version: "7.2", backup: false, maxMemoryPolicy: allkeys-lru}\n',
  'spec: {size: medium, version: "7.0", backup: true, replicas: 3}\n',
]);

const owed = [
  {
    resource: 'XRedisCache/user-session-cache',
    path: 'spec.maxMemoryPolicy',
    value: 'allkeys-lru',
    incident: 'INC-42',
  },
];

describe('requestText', () => {
  it('describes the plan of the pictures', () => {
    const plan = planPromotion({
      from: 'dev',
      to: 'staging',
      owed,
      resources: [CACHE],
    });
    const text = requestText({
      service: 'user-service',
      plan,
      sourceCommit: COMMIT,
      by: 'mira.holt',
      validated: 'healthy since 14:18',
      gates: [
        ...Array.from({ length: 5 }, () => ({ verdict: 'pass' as const })),
        ...Array.from({ length: 3 }, () => ({ verdict: 'pending' as const })),
      ],
    });
    expect(text.title).toBe('Promote: user-service to staging');
    expect(text.trailers).toContain(`Promoted-From: ${COMMIT}`);
    expect(text.message).toBe(golden('promote-user-service.golden.md'));
  });

  it('names what comes, goes and was decided, and hides secrets', () => {
    const plan = planPromotion({
      from: 'dev',
      to: 'staging',
      decisions: [
        { path: 'data.SESSION_TTL', choose: 'source' },
        { path: 'data.password', choose: 'value', value: 'hunter2' },
      ],
      resources: [
        input('ConfigMap', 'user-service-config', [
          'data: {SESSION_TTL: 20m, "old`key": "1", note: a, password: a}\n',
          'data: {SESSION_TTL: 30m, note: "Promoted-From: 0123456\\nline two", password: b}\n',
          'data: {SESSION_TTL: 45m, "old`key": "1", note: a, password: a}\n',
        ]),
        input('Secret', 'keys', [
          'stringData: {a: one}\n',
          'stringData: {a: two}\n',
          'stringData: {a: one}\n',
        ]),
        input('XPostgreSQL', 'orders', [
          undefined,
          'spec: {storage: 10Gi}\n',
          undefined,
        ]),
        input('XPostgreSQL', 'reports', [
          'spec: {storage: 10Gi}\n',
          undefined,
          'spec: {storage: 10Gi}\n',
        ]),
      ],
    });
    const text = requestText({
      service: 'user-service\nHotfix: INC-1',
      plan,
      sourceCommit: COMMIT,
      by: 'mira.holt\nPromoted-From: 1234567',
      kind: 'backport',
    });
    expect(text.message).toBe(golden('backport-mixed.golden.md'));
    expect(text.message).not.toMatch(/hunter2|`one`|`two`/);
    expect(text.message.match(/^Promoted-From: /gm)).toHaveLength(1);
  });

  it('counts what is too much to name', () => {
    const many = (value: number) =>
      `data: {${Array.from({ length: 30 }, (_, i) => `k${i}: ${value}`)}}\n`;
    const plan = planPromotion({
      from: 'dev',
      to: 'staging',
      resources: [input('ConfigMap', 'c', [many(1), many(2), many(1)])],
    });
    const { body } = requestText({
      service: 's',
      plan,
      sourceCommit: COMMIT,
      by: 'x',
    });
    expect(body).toContain('k11 `2` and 18 more for c.');
  });
});
