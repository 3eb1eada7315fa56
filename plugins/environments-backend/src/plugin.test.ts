import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  PlanField,
  ServiceEnvironmentRead,
  ServiceEnvironments,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import request from 'supertest';
import {
  cacheFile,
  cacheYaml,
  EnvironmentsWorld,
  SECRET_VALUE,
} from './__testUtils__/environmentsWorld';
import { OpenApiChecks } from './__testUtils__/openApiChecks';
import { waitFor } from './__testUtils__/waitFor';
import environmentsPlugin from './index';

jest.mock('./clusters/loadClient');
jest.setTimeout(60_000);

const BASE = '/api/environments';

describe('environments', () => {
  let world: EnvironmentsWorld;
  let backend: TestBackend;
  /** Permission names, with the resource after a space, that are denied. */
  const denied = new Set<string>();
  const audited: string[] = [];

  let specification: OpenApiChecks;
  const get = (path: string) =>
    request(backend.server)
      .get(`${BASE}${path}`)
      .expect(({ ok, body }) => {
        if (ok) specification.check('get', path, body);
      });
  const post = (path: string, content: object = {}, user = 'mira.holt') =>
    request(backend.server)
      .post(`${BASE}${path}`)
      .set('authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(content)
      .expect(({ ok, body }) => {
        if (ok) specification.check('post', path, body);
      });

  async function card(environment: string): Promise<ServiceEnvironmentRead> {
    const { body } = await get('/services/shop/environments').expect(200);
    const found = (body as ServiceEnvironments).environments.find(
      ({ name }) => name === environment,
    );
    if (found?.state !== 'read') throw new Error(`${environment} is not read`);
    return found;
  }

  const cache = async (environment: string) =>
    (await card(environment)).resources.find(({ kind }) => kind === 'XCache');

  beforeAll(async () => {
    specification = await OpenApiChecks.create();
    world = await EnvironmentsWorld.create();
    backend = await startTestBackend({
      features: [
        environmentsPlugin,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'web-shop',
                annotations: { 'stagecraft.io/service': 'shop' },
              },
              spec: { type: 'service', owner: 'group:default/shop-team' },
            },
          ],
        }),
        mockServices.rootConfig.factory({ data: world.config() }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission, resourceRef }: any) => ({
              result:
                denied.has(permission.name) ||
                denied.has(`${permission.name} ${resourceRef}`)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
        }).factory,
        mockServices.auditor.mock({
          createEvent: async ({ eventId }) => ({
            success: async () => {
              audited.push(`${eventId} success`);
            },
            fail: async () => {
              audited.push(`${eventId} fail`);
            },
          }),
        }).factory,
      ],
    });
    await waitFor(async () => {
      const { health } = await card('production');
      if (health.status !== 'Healthy') throw new Error(health.message);
    }, 20_000);
  });

  afterAll(async () => {
    await backend?.stop();
    await world?.cleanup();
  });

  beforeEach(() => {
    denied.clear();
    audited.length = 0;
  });

  describe('reading', () => {
    it('shows what is in each environment, from Git and from the cluster', async () => {
      const { body } = await get('/services/shop/environments').expect(200);
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
      expect(await card('dev')).toMatchObject({
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
      expect(await cache('dev')).toMatchObject({
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
      expect((await card('production')).comparedWith).toEqual({
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
      const { body } = await get('/services').expect(200);
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
      const { body } = await get(
        '/services/shop/compare?from=dev&to=production',
      ).expect(200);
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
      world.cluster.put('/api/v1/namespaces/production/events', {
        metadata: { name: 'sessions.1', namespace: 'production' },
        type: 'Warning',
        reason: 'Slow',
        message: 'took 3 s',
      });
      const { body } = await get(
        '/services/shop/environments/production/resources/XCache/sessions',
      ).expect(200);
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
        const { text } = await get(path).expect(200);
        expect(text).not.toContain(SECRET_VALUE);
        expect(text).not.toContain('swordfish');
      }
      const { resources } = await card('dev');
      expect(resources.find(({ kind }) => kind === 'Secret')?.summary).toBe(
        '2 keys, hidden',
      );
    });

    it('offers the kinds of the repository with the schema of their parameters', async () => {
      const { body } = await get('/claim-kinds').expect(200);
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
      const { body } = await get(path).expect(status);
      expect(body.error.message).toMatch(words);
    });
  });

  describe('denied', () => {
    const READ = 'environments.environment.read';

    it('keeps the place of an environment that may not be seen', async () => {
      denied.add(`${READ} shop/dev`);
      const { body } = await get('/services/shop/environments').expect(200);
      expect(body.environments).toMatchObject([
        { state: 'denied', name: 'dev', permission: READ },
        { state: 'read', name: 'production' },
      ]);
      expect(body.environments[1].comparedWith).toBeUndefined();
      expect(body.steps).toEqual([
        expect.objectContaining({ state: 'denied', changes: 0 }),
      ]);
      expect(JSON.stringify(body)).not.toContain(cacheFile('dev'));
      const { body: list } = await get('/services').expect(200);
      expect(list.items[0].cells[0]).toEqual({
        state: 'denied',
        environment: 'dev',
      });
    });

    it.each([
      ['/services/shop/compare?from=dev&to=production'],
      ['/services/shop/drift?environment=dev'],
      ['/services/shop/environments/dev/resources/XCache/sessions'],
    ])('refuses %s', async path => {
      denied.add(`${READ} shop/dev`);
      const { body } = await get(path).expect(403);
      expect(body.error.message).toMatch(/may not see dev of shop/);
    });

    it('refuses a service of which nothing may be seen', async () => {
      denied.add(READ);
      await get('/services/shop/environments').expect(403);
      await get('/services/shop/drift').expect(403);
      const { body } = await get('/services').expect(200);
      expect(body.items).toEqual([]);
      expect((await get('/drift').expect(200)).body.items).toEqual([]);
    });

    it('refuses to plan', async () => {
      denied.add(`${READ} shop/production`);
      const { body } = await post('/services/shop/promotions/plan', {
        from: 'dev',
        to: 'production',
      }).expect(403);
      expect(body.error.message).toMatch(/may not see production of shop/);
    });

    it('refuses to open a promotion, and records that it was tried', async () => {
      denied.add('environments.environment.promote shop/production');
      const { body } = await post('/change-requests', {
        type: 'promotion',
        service: 'shop',
        from: 'dev',
        to: 'production',
      }).expect(403);
      expect(body.error.message).toMatch(/may not promote into production/);
      expect(audited).toEqual(['change-request-create fail']);
      const { body: list } = await get('/change-requests').expect(200);
      expect(list.items).toEqual([]);
    });

    it('refuses to ask for a resource', async () => {
      denied.add('environments.claim.create shop/dev');
      const { body } = await post('/change-requests', {
        type: 'claim',
        service: 'shop',
        environment: 'dev',
        kind: 'XCache',
        name: 'extra',
        parameters: { size: 'small' },
      }).expect(403);
      expect(body.error.message).toMatch(/may not ask for resources in dev/);
    });

    it('refuses to refresh', async () => {
      denied.add('environments.environment.refresh');
      const { body } = await post('/refresh').expect(403);
      expect(body.error.message).toMatch(/new look/);
    });

    it('lets nobody but people write', async () => {
      const { body } = await request(backend.server)
        .post(`${BASE}/change-requests`)
        .set('authorization', mockCredentials.service.header())
        .send({
          type: 'promotion',
          service: 'shop',
          from: 'dev',
          to: 'production',
        })
        .expect(403);
      expect(body.error.name).toBe('NotAllowedError');
    });
  });

  describe('changing', () => {
    it.each([
      [{ type: 'promotion', service: 'shop', from: 'dev', to: 'dev' }, /same/],
      [{ type: 'promotion', service: 'shop', from: 'dev' }, /to/],
      [{ type: 'wish' }, /type/],
      [{ type: 'claim', service: 'shop', environment: 'dev' }, /kind/],
    ])('says what is wrong with %j', async (body, words) => {
      const answer = await post('/change-requests', body).expect(400);
      expect(answer.body.error.message).toMatch(words);
    });

    it('goes from plan to merge, and every step needs its permission', async () => {
      const way = { from: 'dev', to: 'production' };
      const { body: plan } = await post(
        '/services/shop/promotions/plan',
        way,
      ).expect(200);
      expect(
        plan.fields.map(({ path, action }: PlanField) => `${action} ${path}`),
      ).toEqual(
        expect.arrayContaining([
          'take spec.parameters.version',
          'keep spec.parameters.size',
        ]),
      );
      const { body: created } = await post('/change-requests', {
        type: 'promotion',
        service: 'shop',
        ...way,
      }).expect(200);
      const { id } = created.request;
      expect(created.outcome).toBe('created');
      expect((await card('production')).requests).toMatchObject([{ id }]);

      denied.add('environments.environment.read shop/production');
      await request(backend.server)
        .get(`${BASE}/change-requests/${id}`)
        .expect(403);
      denied.clear();
      denied.add('environments.change-request.review');
      await post(
        `/change-requests/${id}/reviews`,
        { verdict: 'approve' },
        'jonas.weber',
      ).expect(403);
      denied.clear();
      denied.add('environments.change-request.merge');
      await post(`/change-requests/${id}/merge`, {}, 'jonas.weber').expect(403);
      await post(`/change-requests/${id}/close`, {}, 'jonas.weber').expect(403);
      const { body: seen } = await get(`/change-requests/${id}`).expect(200);
      expect(seen.state).toBe('open');
      expect(seen.may.merge).toEqual({
        allowed: false,
        reason: 'You may not merge here.',
      });
      denied.clear();

      await post(
        `/change-requests/${id}/reviews`,
        { verdict: 'approve' },
        'jonas.weber',
      ).expect(200);
      const { body: merged } = await post(
        `/change-requests/${id}/merge`,
        {},
        'jonas.weber',
      ).expect(200);
      expect(merged.state).toBe('merged');
      expect(audited.slice(-1)).toEqual(['change-request-merge success']);
      expect(world.remote.read(cacheFile('production'))).toContain('7.2');

      await waitFor(async () => {
        const { deploy } = await card('production');
        expect(deploy).toMatchObject({ status: 'waiting', waiting: 1 });
      });
      expect(await cache('production')).toMatchObject({
        deploy: 'waiting',
        drift: { status: 'pending' },
        values: [{}, { git: { text: '7.2' }, mark: 'merged' }],
      });
    });
  });

  describe('following', () => {
    const production = { size: 'large', version: '7.2' };

    beforeAll(async () => {
      world.commitCache('chore: pin production', { production });
      world.sync();
      await waitFor(async () => {
        const { deploy } = await card('production');
        if (deploy.status !== 'deployed') throw new Error(deploy.status);
      });
    });

    it('shows a change by hand within a second, with its author, and forgets it when it is put back', async () => {
      const started = Date.now();
      world.putCache(
        'production',
        { ...production, version: '6.2', replicas: 5 },
        { manager: 'kubectl-edit', time: '2026-11-22T20:58:00Z' },
      );
      await waitFor(async () => {
        const { drift } = await card('production');
        expect(drift).toMatchObject({ status: 'drifted', drifted: 2 });
      });
      expect(Date.now() - started).toBeLessThan(1_000);

      expect(await cache('production')).toMatchObject({
        drift: { status: 'drifted', fields: 2 },
        values: [
          { label: 'size' },
          {
            label: 'version',
            git: { text: '7.2' },
            live: { text: '6.2' },
            mark: 'drift',
          },
          {
            label: 'replicas',
            git: { state: 'absent' },
            live: { text: '5' },
            mark: 'drift',
          },
        ],
      });
      const { body } = await get('/drift').expect(200);
      expect(body.items).toMatchObject([
        {
          service: 'shop',
          environment: 'production',
          resource: 'XCache/sessions',
          path: 'spec.parameters.replicas',
          kind: 'added',
          cause: 'manual',
          manager: 'kubectl-edit',
          atOrBefore: '2026-11-22T20:58:00Z',
          firstSeen: expect.any(String),
        },
        {
          path: 'spec.parameters.version',
          kind: 'changed',
          git: { text: '7.2' },
          live: { text: '6.2' },
          origin: { file: cacheFile('production'), line: 11 },
        },
      ]);
      const { body: drift } = await get(
        '/services/shop/drift?environment=production',
      ).expect(200);
      expect(drift.environments).toMatchObject([
        {
          environment: 'production',
          whyItLasts: 'self-heal is off for infra-production',
          summary: { since: '2026-11-22T20:58:00Z' },
        },
      ]);

      world.putCache('production', production);
      await waitFor(async () =>
        expect((await card('production')).drift.status).toBe('none'),
      );
      expect((await get('/drift').expect(200)).body.items).toEqual([]);
    });

    it('gives a removed field a window instead of an author', async () => {
      const before = new Date().toISOString();
      world.putCache(
        'production',
        { size: 'large' },
        { manager: 'kubectl-edit', time: '2026-11-22T20:58:00Z' },
      );
      await waitFor(async () =>
        expect((await card('production')).drift.drifted).toBe(1),
      );
      const { body } = await get('/drift').expect(200);
      expect(body.items[0]).toMatchObject({
        kind: 'removed',
        live: { state: 'absent' },
        between: { to: expect.any(String) },
      });
      expect(body.items[0].manager).toBeUndefined();
      expect(body.items[0].between.to >= before).toBe(true);
      world.putCache('production', production);
      await waitFor(async () =>
        expect((await card('production')).drift.status).toBe('none'),
      );
    });

    it('shows a push within two seconds', async () => {
      world.commitCache('feat: Redis 7.4 (dev)', {
        dev: { size: 'small', version: '7.4' },
      });
      const started = Date.now();
      await waitFor(async () => {
        expect((await cache('dev'))?.values[1].git).toMatchObject({
          text: '7.4',
        });
      });
      expect(Date.now() - started).toBeLessThan(2_000);
      expect((await card('dev')).revision?.subject).toBe(
        'feat: Redis 7.4 (dev)',
      );
    });

    it.each([
      [
        'that stops its Application',
        `${cacheYaml('dev', { size: 'small' })}  bad: [1\n`,
        'notApplied',
      ],
      ['that Argo CD passes over', 'kind: [XCache\n', 'waiting'],
    ])(
      'names a file %s where it matters, and shows the rest',
      async (_, text, status) => {
        world.remote.commit('oops', { [cacheFile('dev')]: text });
        await waitFor(async () =>
          expect((await card('dev')).notes).toMatchObject([
            {
              code: 'file-unreadable',
              tone: 'negative',
              origin: { file: cacheFile('dev'), line: expect.any(Number) },
            },
          ]),
        );
        const dev = await card('dev');
        expect(dev.deploy.status).toBe(status);
        expect(dev.resources).toHaveLength(2);
        expect(dev.resources[0]).toMatchObject({
          resource: 'XCache/sessions',
          unreadable: expect.any(String),
          values: [{}, { git: { text: '7.4' } }],
        });
        const { body } = await get('/services/shop/environments').expect(200);
        expect(body.steps[0]).toMatchObject({
          state: 'notCompared',
          reason: '1 file cannot be read',
        });
        expect((await card('production')).notes).toEqual([]);
        expect((await card('production')).health.status).toBe('Healthy');
        world.commitCache('fix', { dev: { size: 'small', version: '7.4' } });
        await waitFor(async () =>
          expect((await card('dev')).notes).toEqual([]),
        );
      },
    );

    it('says since when a cluster does not answer, and keeps its values', async () => {
      await world.cluster.stop();
      await waitFor(async () =>
        expect((await card('production')).freshness.state).toBe('stale'),
      );
      const stale = await card('production');
      expect(stale.notes).toMatchObject([
        {
          code: 'cluster-unreachable',
          title: 'eu1 does not answer',
          since: stale.freshness.at,
        },
      ]);
      expect(stale.health.status).toBe('Healthy');
      const { body } = await get('/services').expect(200);
      expect(body.clusters).toMatchObject([
        { name: 'eu1', state: 'stale', since: expect.any(String) },
      ]);
      expect(body.items[0].cells[1].staleSince).toBe(stale.freshness.at);
      await world.cluster.start();
      await waitFor(async () =>
        expect((await card('production')).freshness.state).toBe('live'),
      );
      expect((await card('production')).notes).toEqual([]);
    });
  });

  it('answered every operation as specified', async () => {
    const { body } = await post('/change-requests', {
      type: 'claim',
      service: 'shop',
      environment: 'dev',
      kind: 'XCache',
      name: 'extra',
      parameters: { size: 'small' },
    }).expect(200);
    const { id } = body.request;
    const { body: closed } = await post(`/change-requests/${id}/close`).expect(
      200,
    );
    expect(closed.state).toBe('closed');
    const { body: refreshed } = await post('/refresh').expect(200);
    expect(refreshed.repositories).toMatchObject([{ name: 'acme/gitops' }]);
    await get('/change-requests?state=closed&service=shop').expect(200);
    expect([...specification.seen].sort()).toEqual(
      [...specification.operationIds].sort(),
    );
  });
});
