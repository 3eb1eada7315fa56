import { PlanField } from '@stagecraft/plugin-environments-common';
import {
  createExampleWorld,
  ExampleWorld,
} from '../__testUtils__/exampleWorld';

jest.setTimeout(120_000);

const MIRA = { user: 'user:default/mira.holt' };
const WAY = { service: 'user-service', from: 'dev', to: 'staging' };
const OVERRIDES = [
  'spec.parameters.size',
  'spec.parameters.backup',
  'spec.parameters.backupRetention',
  'spec.parameters.replicas',
  'spec.parameters.storage',
  'spec.replicas',
];
const CACHE = 'environments/staging/infrastructure/redis-cache.yaml';
const CONFIG =
  'environments/staging/applications/user-service/config/config.yaml';
const CONFIG_MAP = 'ConfigMap/user-service-config';
const TTL = { resource: CONFIG_MAP, path: 'data.SESSION_TTL' };

function find(fields: readonly PlanField[], path: string) {
  return fields.find(field => field.path === path);
}

describe('planning a promotion of the example', () => {
  let world: ExampleWorld;

  beforeAll(async () => {
    world = await createExampleWorld();
  });

  afterAll(() => world.cleanup());

  type Request = Parameters<
    ReturnType<ExampleWorld['planner']>['planPromotion']
  >[0];
  const plan = (request: Partial<Request> = {}, overrides = OVERRIDES) =>
    world.planner({ overrides }).planPromotion({ ...WAY, ...request }, MIRA);

  it('takes what changed in dev, keeps what is of staging, asks for the rest', async () => {
    const { plan: found, change } = await plan();
    expect(find(found.fields, 'spec.parameters.version')).toMatchObject({
      resource: 'XRedisCache/user-session-cache',
      action: 'take',
      why: 'sourceChanged',
      source: { state: 'value', text: '7.2', quoted: true },
      target: { state: 'value', text: '7.0', quoted: true },
      sourceCommit: { author: 'Mira Holt' },
    });
    expect(find(found.fields, 'spec.parameters.maxMemoryPolicy')).toMatchObject(
      {
        action: 'take',
        source: { state: 'value', text: 'allkeys-lru' },
        target: { state: 'absent' },
        pays: 'INC-42',
      },
    );
    expect(find(found.fields, 'spec.parameters.size')).toMatchObject({
      action: 'keep',
      why: 'override',
      target: { state: 'value', text: 'medium' },
    });
    expect(find(found.fields, TTL.path)).toMatchObject({
      action: 'decide',
      why: 'bothChanged',
      base: { state: 'value', text: '20m' },
      source: { state: 'value', text: '30m' },
      target: { state: 'value', text: '45m' },
      targetCommit: { author: 'Lea Brandt' },
    });
    expect(found.toDecide).toBe(1);
    expect(found.empty).toBe(false);
    expect(change.blocked).toBe('Decide 1 field to continue.');
    expect(found.base).toMatchObject({
      by: 'trailer',
      commit: { subject: 'Promote: user-service to staging' },
    });
    expect([...change.files.keys()]).toEqual([CACHE]);
  });

  it('shows the file as it will be, with what stays and why', async () => {
    const { plan: found, change } = await plan();
    const cache = found.files.find(({ path }) => path === CACHE);
    expect(cache).toMatchObject({ status: 'changed', added: 2, removed: 1 });
    expect(
      cache?.hunks.flat().map(line => {
        const sign = { added: '+', removed: '-', context: ' ' }[line.type];
        return `${sign}${line.text.trim()}${
          line.note ? ` (${line.note})` : ''
        }`;
      }),
    ).toEqual([
      ' spec:',
      ' parameters:',
      ' size: medium # load test of 3 Nov (kept)',
      '-version: "7.0"',
      '+version: "7.2"',
      ' backup: true (kept)',
      '+maxMemoryPolicy: allkeys-lru',
      ' # two nodes are lost in a zone outage (kept)',
      ' replicas: 3 (kept)',
      ' memory: 4Gi',
    ]);
    const config = found.files.find(({ path }) => path === CONFIG);
    expect(config).toMatchObject({
      status: 'unchanged',
      waitsForDecision: true,
    });
    expect(
      config?.hunks.flat().find(({ note }) => note === 'undecided')?.text,
    ).toBe('  SESSION_TTL: "45m"');
    // Byte for byte, but for the fields that are taken.
    expect(change.files.get(CACHE)).toBe(
      world.remote
        .read(CACHE)
        .replace('"7.0"', '"7.2"')
        .replace(
          'backup: true\n',
          m => `${m}    maxMemoryPolicy: allkeys-lru\n`,
        ),
    );
  });

  it('writes the words and the trailers that later plans stand on', async () => {
    const { plan: found } = await plan();
    expect(found.text.title).toBe('Promote: user-service to staging');
    expect(found.text.body).toContain('**Pays** INC-42: maxMemoryPolicy.');
    expect(found.text.trailers).toEqual([
      `Promoted-From: ${found.sourceCommit.id}`,
      'Promoted-By: mira.holt',
      'Gates: 2 pass',
    ]);
    expect(found.sourceCommit.id).toBe(world.remote.head());
    expect(
      found.gates.results.map(({ title, verdict }) => [title, verdict]),
    ).toEqual([
      ['Exists in dev', 'pass'],
      ['Schema', 'pass'],
    ]);
  });

  it.each([
    ['source', undefined, '30m', true],
    ['target', undefined, '45m', false],
    ['value', '40m', '40m', true],
  ] as const)(
    'a decision for the %s counts',
    async (choose, value, text, writes) => {
      const { plan: found, change } = await plan({
        decisions: [{ ...TTL, choose, value }],
      });
      expect(found.toDecide).toBe(0);
      expect(change.blocked).toBeUndefined();
      expect(find(found.fields, TTL.path)).toMatchObject({ decided: choose });
      expect(change.files.has(CONFIG)).toBe(writes);
      expect(change.files.get(CONFIG) ?? world.remote.read(CONFIG)).toContain(
        `SESSION_TTL: "${text}"`,
      );
    },
  );

  it('lets a person keep what would be taken, and take what would be kept', async () => {
    const { change } = await plan({
      resources: ['XRedisCache/user-session-cache'],
      decisions: [
        {
          resource: 'XRedisCache/user-session-cache',
          path: 'spec.parameters.version',
          choose: 'target',
        },
        {
          resource: 'XRedisCache/user-session-cache',
          path: 'spec.parameters.size',
          choose: 'source',
        },
      ],
    });
    const text = change.files.get(CACHE);
    expect(text).toContain('version: "7.0"');
    expect(text).toContain('size: small # load test of 3 Nov');
  });

  it('is the same plan when asked twice, another when decided otherwise', async () => {
    const [one, same, other] = await Promise.all([
      plan({ decisions: [{ ...TTL, choose: 'source' }] }),
      plan({ decisions: [{ ...TTL, choose: 'source' }] }),
      plan({ decisions: [{ ...TTL, choose: 'target' }] }),
    ]);
    expect(same.plan.planId).toBe(one.plan.planId);
    expect(other.plan.planId).not.toBe(one.plan.planId);
    expect(one.change.way).toBe(other.change.way);
  });

  it('plans only the named resources, and knows which there are', async () => {
    const { plan: found } = await plan({ resources: [CONFIG_MAP] });
    expect(new Set(found.fields.map(({ resource }) => resource))).toEqual(
      new Set([CONFIG_MAP]),
    );
    await expect(plan({ resources: ['XRedisCache/nope'] })).rejects.toThrow(
      'user-service has no XRedisCache/nope in dev or staging',
    );
  });

  it('never shows a secret', async () => {
    const { plan: found } = await plan({}, []);
    expect(
      found.fields
        .filter(({ resource }) => resource.startsWith('Secret/'))
        .flatMap(({ source, target }) => [source.state, target.state]),
    ).not.toContain('value');
  });

  it.each([
    [{ from: 'dev', to: 'dev' }, 'dev cannot be promoted to itself'],
    [
      { from: 'qa', to: 'staging' },
      'There is no environment qa; there are dev, staging, production',
    ],
    [{ service: 'nobody' }, 'There is no service nobody'],
  ])('refuses %j', async (request, message) => {
    await expect(plan(request)).rejects.toThrow(message);
  });

  it('keeps a hotfix of production, and asks for approval there', async () => {
    const { plan: found } = await plan({ from: 'staging', to: 'production' });
    expect(find(found.fields, 'spec.parameters.memory')).toMatchObject({
      action: 'keep',
      why: 'ahead',
    });
    expect(found.gates).toMatchObject({
      decision: 'wait',
      results: [
        { gate: 'exists', verdict: 'pass' },
        { gate: 'schema', verdict: 'pass' },
        {
          gate: 'approval',
          verdict: 'pending',
          evidence: ['0 of 1; the author cannot approve'],
        },
      ],
    });
  });

  it('calls the way back a backport', async () => {
    const { plan: found, change } = await plan({
      from: 'production',
      to: 'staging',
      resources: ['XRedisCache/user-session-cache'],
    });
    expect(change.type).toBe('backport');
    expect(found.text.title).toBe('Backport: user-service to staging');
  });

  it('says nothing to promote when staging has it all', async () => {
    const { plan: found, change } = await plan({
      resources: ['Secret/user-service-credentials'],
    });
    expect(found.empty).toBe(true);
    expect(change.empty).toBe(
      'Nothing to promote: staging already has these values',
    );
  });

  it('waits for the cluster of the environment before', async () => {
    const exists = async () => (await plan()).plan.gates.results[0];
    world.synced('dev', {
      state: 'known',
      value: { commit: world.ids.get('redis-dev') ?? '' },
    });
    expect(await exists()).toMatchObject({
      gate: 'exists',
      verdict: 'pending',
    });
    world.synced('dev', { state: 'unknown', reason: 'dev-eu1 is away' });
    expect(await exists()).toMatchObject({
      verdict: 'pending',
      evidence: ['dev cannot be read: dev-eu1 is away'],
    });
    world.synced('dev', {
      state: 'known',
      value: { commit: 'f'.repeat(40) },
    });
    expect(await exists()).toMatchObject({
      verdict: 'pending',
      evidence: [
        'dev cannot be read: its cluster runs fffffff, which cannot be read',
      ],
    });
  });
});
