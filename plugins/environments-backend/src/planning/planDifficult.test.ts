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
const TTL = {
  resource: 'ConfigMap/user-service-config',
  path: 'data.SESSION_TTL',
};

describe('planning over what the repository makes difficult', () => {
  let world: ExampleWorld;

  beforeEach(async () => {
    world = await createExampleWorld();
  });

  afterEach(() => world.cleanup());

  const refresh = () => world.mirror.fetch();
  const plan = (request = {}) =>
    world
      .planner({ overrides: OVERRIDES })
      .planPromotion(
        { ...WAY, decisions: [{ ...TTL, choose: 'target' }], ...request },
        MIRA,
      );

  it('does not write a base file that all environments share', async () => {
    const shared = 'applications/payment-service/config/config.yaml';
    const own = (environment: string) =>
      `environments/${environment}/${shared}`;
    const text = world.remote.read(shared);
    const changed = text.replace(/^(data:\n {2}\w+: )(.*)$/m, '$1"changed"');
    expect(changed).not.toBe(text);
    world.remote.commit('feat: dev has another value', {
      [own('dev')]: changed,
    });
    await refresh();

    const { change } = await plan({ service: 'payment-service' });

    expect(change.files.get(own('staging'))).toContain('"changed"');
    expect(change.files.has(shared)).toBe(false);
    expect(
      change.diffs.find(({ path }) => path === own('staging')),
    ).toMatchObject({ status: 'created', removed: 0 });
  });

  it('takes a broken file for unreadable, never for a deletion', async () => {
    const file = 'environments/dev/infrastructure/redis-cache.yaml';
    world.remote.commit('oops', {
      [file]: world.remote.read(file).replace('size: small', 'size: {small'),
    });
    await refresh();
    const { plan: found, change } = await plan();
    expect(change.blocked).toMatch(
      /^XRedisCache\/user-session-cache cannot be promoted: .*cannot be read/,
    );
    expect(change.files.has(CACHE)).toBe(false);
    expect(found.files.some(({ refused }) => refused !== undefined)).toBe(true);
    expect(found.files.some(({ status }) => status === 'deleted')).toBe(false);
  });

  it('brings a new resource with the identity of the target', async () => {
    const name = 'infrastructure/queue-cache.yaml';
    world.remote.commit('feat: another cache', {
      [`environments/dev/${name}`]: world.remote
        .read('environments/dev/infrastructure/redis-cache.yaml')
        .replace('user-session-cache', 'queue-cache'),
    });
    await refresh();
    world.synced('dev', {
      state: 'known',
      value: { commit: world.remote.head() },
    });
    const { change, plan: found } = await plan({
      resources: ['XRedisCache/queue-cache'],
    });
    expect(change.files.get(`environments/staging/${name}`)).toContain(
      'namespace: staging',
    );
    expect(found.gates.results[0]).toMatchObject({
      gate: 'exists',
      verdict: 'pass',
    });
    expect(found.gates.decision).toBe('allow');
  });

  it('blocks what its definition does not allow', async () => {
    const file = 'environments/dev/infrastructure/redis-cache.yaml';
    world.remote.commit('feat: nonsense', {
      [file]: world.remote.read(file).replace('allkeys-lru', 'not-a-policy'),
    });
    await refresh();
    world.synced('dev', {
      state: 'known',
      value: { commit: world.remote.head() },
    });
    const { plan: found } = await plan();
    expect(found.gates.decision).toBe('block');
    expect(
      found.gates.results.find(({ gate }) => gate === 'schema'),
    ).toMatchObject({
      verdict: 'fail',
      evidence: [expect.stringContaining('spec.parameters.maxMemoryPolicy')],
    });
  });
});
