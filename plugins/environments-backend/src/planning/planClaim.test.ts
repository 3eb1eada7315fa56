import {
  createExampleWorld,
  ExampleWorld,
} from '../__testUtils__/exampleWorld';

jest.setTimeout(120_000);

const MIRA = { user: 'user:default/mira.holt' };
const CLAIM = {
  type: 'claim' as const,
  service: 'user-service',
  environment: 'dev',
  kind: 'XRedisCache',
  name: 'user-queue',
  parameters: { size: 'small', version: '7.0' },
};

describe('planning a claim in the example', () => {
  let world: ExampleWorld;

  beforeAll(async () => {
    world = await createExampleWorld();
  });

  afterAll(() => world.cleanup());

  const claim = (request: Record<string, unknown> = {}) =>
    world.planner().planClaim({ ...CLAIM, ...request }, MIRA);

  it('writes one new file that is a valid object of the service', async () => {
    const change = await claim();
    expect([...change.files]).toEqual([
      [
        'environments/dev/infrastructure/user-queue.yaml',
        [
          'apiVersion: platform.company.com/v1alpha1',
          'kind: XRedisCache',
          'metadata:',
          '  name: user-queue',
          '  namespace: dev',
          '  labels:',
          '    app.kubernetes.io/part-of: user-service',
          'spec:',
          '  parameters:',
          '    size: small',
          '    version: "7.0"',
          '',
        ].join('\n'),
      ],
    ]);
    expect(change.text.title).toBe(
      'feat(dev): add XRedisCache user-queue for user-service',
    );
    expect(change.diffs).toMatchObject([{ status: 'created', removed: 0 }]);
    expect(change.gates).toMatchObject({
      decision: 'allow',
      results: [
        { gate: 'exists', evidence: ['dev is the first environment'] },
        {
          gate: 'schema',
          verdict: 'pass',
          evidence: ['valid against XRD xrediscaches v1alpha1'],
        },
      ],
    });
  });

  it('takes the composition that was chosen, and a service that is new', async () => {
    const change = await claim({
      service: 'brand-new',
      kind: 'XPostgreSQL',
      name: 'brand-new-database',
      parameters: { databaseName: 'brand', storage: '10Gi' },
      composition: 'postgresql-production',
    });
    const [[, text]] = change.files;
    expect(text).toContain(
      'crossplane:\n    compositionRef:\n      name: postgresql-production',
    );
    expect(text).toContain('part-of: brand-new');
  });

  it('says that the environment before does not have it', async () => {
    const change = await claim({ environment: 'staging' });
    expect(change.gates).toMatchObject({
      decision: 'block',
      results: [
        {
          title: 'Exists in dev',
          verdict: 'fail',
          evidence: ['dev does not have XRedisCache/user-queue'],
        },
        { verdict: 'pass' },
      ],
    });
  });

  it.each([
    [
      'an object that is there, in whatever file',
      { name: 'user-session-cache' },
      'dev has XRedisCache user-session-cache already, in environments/dev/infrastructure/redis-cache.yaml line 1',
    ],
    [
      'a file that is there',
      { name: 'redis-cache' },
      'environments/dev/infrastructure/redis-cache.yaml is there already',
    ],
    [
      'an unknown kind',
      { kind: 'XKafka' },
      'The repository defines no kind XKafka; it has ',
    ],
    ['an unknown environment', { environment: 'qa' }, 'no environment qa'],
    ['a hostile name', { name: '../../x' }, 'is no name'],
    ['an upper case name', { name: 'Cache' }, 'is no name'],
    [
      'a value outside the schema',
      { parameters: { size: 'gigantic', version: '7.0' } },
      'spec.parameters.size',
    ],
    [
      'a parameter nobody knows',
      { parameters: { size: 'small', version: '7.0', sise: 1 } },
      'spec.parameters.sise',
    ],
    ['a missing parameter', { parameters: {} }, 'spec.parameters'],
    [
      'what is not JSON',
      { parameters: { size: () => 1 } },
      'The parameters must be JSON',
    ],
  ])('refuses %s', async (_title, request, message) => {
    await expect(claim(request)).rejects.toThrow(message);
  });
});
