import {
  ServiceEnvironments,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import { cacheFile, SECRET_VALUE } from './__testUtils__/environmentsWorld';
import { RunningPlugin } from './__testUtils__/runningPlugin';

jest.mock('./clusters/loadClient');
jest.setTimeout(60_000);

describe('what the plugin shows', () => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await RunningPlugin.start();
  });
  afterAll(() => plugin?.stop());
  beforeEach(() => plugin.forget());

  it('shows what is in each environment, from Git and from the cluster', async () => {
    const { body } = await plugin
      .get('/services/shop/environments')
      .expect(200);
    const answer: ServiceEnvironments = body;
    expect(answer.repository).toMatchObject({
      name: 'acme/gitops',
      branch: 'main',
      head: { subject: 'feat: Redis 7.2 (dev)' },
    });
    expect(answer.environments.map(({ name }) => name)).toEqual([
      'dev',
      'production',
    ]);
    expect(await plugin.card('dev')).toMatchObject({
      cluster: 'eu1',
      namespace: 'dev',
      applications: ['infra-dev'],
      revision: { subject: 'feat: Redis 7.2 (dev)', author: 'Mira Holt' },
      health: { status: 'Healthy', healthy: 2, total: 2, argo: 'Healthy' },
      deploy: { status: 'deployed', waiting: 0, selfHeal: true },
      drift: { status: 'none', drifted: 0, unknown: 0, equal: 2 },
      freshness: { state: 'live', at: expect.any(String) },
      notes: [],
    });
    expect(await plugin.cache('dev')).toMatchObject({
      resource: 'XCache/sessions',
      values: [
        {
          label: 'size',
          path: 'spec.parameters.size',
          git: { state: 'value', text: 'small' },
        },
        {
          label: 'version',
          git: { state: 'value', text: '7.2', quoted: true },
          mark: 'pending',
        },
      ],
      origin: {
        file: cacheFile('dev'),
        line: 1,
        url: expect.stringContaining(`/${cacheFile('dev')}#L1`),
      },
    });
    expect((await plugin.card('production')).comparedWith).toEqual({
      environment: 'dev',
      counts: {
        expected: 1,
        pending: 1,
        unexpected: 0,
        ahead: 0,
        equal: expect.any(Number),
        unknown: 0,
      },
    });
    expect(answer.steps).toMatchObject([
      {
        from: 'dev',
        to: 'production',
        state: 'toPromote',
        changes: 1,
        toDecide: 0,
        gates: { decision: 'wait' },
      },
    ]);
    expect(answer.permissions).toEqual({
      promote: ['dev', 'production'],
      hotfix: false,
      createClaim: true,
    });
  });

  it('lists services with owner, cells and totals', async () => {
    const { body } = await plugin.get('/services').expect(200);
    const list: ServiceList = body;
    expect(list.items).toMatchObject([
      {
        service: 'shop',
        owner: 'shop-team',
        entityRef: 'component:default/web-shop',
        cells: [
          {
            state: 'read',
            environment: 'dev',
            health: 'Healthy',
            drifted: 0,
          },
          { state: 'read', environment: 'production', health: 'Healthy' },
        ],
        steps: [{ state: 'toPromote', changes: 1 }],
      },
    ]);
    expect(list).toMatchObject({
      environments: ['dev', 'production'],
      clusters: [{ name: 'eu1', state: 'live' }],
      totals: { services: 1, drift: 0, requests: 0, findings: 0 },
    });
  });

  it('compares two environments with reason, origin and base', async () => {
    const { body } = await plugin
      .get('/services/shop/compare?from=dev&to=production')
      .expect(200);
    expect(body.resources[0]).toMatchObject({
      resource: 'XCache/sessions',
      presence: 'both',
      fields: [
        {
          path: 'spec.parameters.version',
          reason: 'pending',
          left: { value: { text: '7.2' }, origin: { line: 11 } },
          right: { value: { text: '7.0' }, origin: { line: 11 } },
          why: {
            word: 'Lag',
            sentence: expect.stringMatching(/until \w{7}\.$/),
          },
        },
        {
          path: 'spec.parameters.size',
          reason: 'expected',
          why: { word: 'Override' },
        },
      ],
      yaml: { left: expect.stringContaining('7.2') },
    });
    expect(body.counts).toMatchObject({ pending: 1, expected: 1 });
  });

  it('tells everything about one resource', async () => {
    plugin.world.cluster.put('/api/v1/namespaces/production/events', {
      metadata: { name: 'sessions.1', namespace: 'production' },
      type: 'Warning',
      reason: 'Slow',
      message: 'took 3 s',
    });
    const { body } = await plugin
      .get('/services/shop/environments/production/resources/XCache/sessions')
      .expect(200);
    expect(body).toMatchObject({
      resource: 'XCache/sessions',
      health: { status: 'Healthy', argo: 'Healthy' },
      drift: { verdict: 'inSync' },
      conditions: [{ type: 'Synced' }, { type: 'Ready', status: 'True' }],
      events: { state: 'read', items: [{ reason: 'Slow', type: 'Warning' }] },
      neighbours: { next: 'Secret/shop-keys' },
      yaml: { git: expect.any(String), live: expect.any(String) },
    });
    expect(body.history.map(({ type }: { type: string }) => type)).toContain(
      'commit',
    );
    expect(body.yaml.live).not.toContain('managedFields');
  });

  it('never lets a Secret out', async () => {
    for (const path of [
      '/services/shop/environments',
      '/services/shop/compare?from=dev&to=production',
      '/services/shop/drift',
      '/services/shop/environments/dev/resources/Secret/shop-keys',
    ]) {
      const { text } = await plugin.get(path).expect(200);
      expect(text).not.toContain(SECRET_VALUE);
      expect(text).not.toContain('swordfish');
    }
    const { resources } = await plugin.card('dev');
    expect(resources.find(({ kind }) => kind === 'Secret')?.summary).toBe(
      '2 keys, hidden',
    );
  });

  it('offers the kinds of the repository with the schema of their parameters', async () => {
    const { body } = await plugin.get('/claim-kinds').expect(200);
    expect(body.items).toMatchObject([
      {
        kind: 'XCache',
        title: 'Cache',
        version: 'v1alpha1',
        parameters: {
          required: ['size'],
          properties: { size: { enum: ['small', 'large'] } },
        },
        origin: { file: 'platform/xrd.yaml', line: 1 },
      },
    ]);
  });

  it.each([
    ['/services/shp/environments', 404, /no repository.*shp.*shop/i],
    [
      '/services/shop/compare?from=dev&to=qa',
      404,
      /no environment named qa.*dev, production/i,
    ],
    ['/services/shop/drift?environment=qa', 404, /dev, production/],
    [
      '/services/shop/environments/dev/resources/XCache/nobody',
      404,
      /XCache\/nobody.*XCache\/sessions/,
    ],
    ['/services/shop/compare?from=dev', 400, /to/],
    ['/change-requests?state=odd', 400, /state/],
    ['/change-requests/0', 400, /id/],
    ['/change-requests/999', 404, /999/],
  ])('answers %s with %d and words', async (path, status, words) => {
    const { body } = await plugin.get(path).expect(status);
    expect(body.error.message).toMatch(words);
  });
});
