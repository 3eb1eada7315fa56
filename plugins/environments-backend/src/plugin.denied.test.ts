import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { cacheFile } from './__testUtils__/environmentsWorld';
import { BASE, RunningPlugin } from './__testUtils__/runningPlugin';

jest.mock('./clusters/loadClient');
jest.setTimeout(60_000);

describe('what the plugin refuses without permission', () => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await RunningPlugin.start();
  });
  afterAll(() => plugin?.stop());
  beforeEach(() => plugin.forget());

  const READ = 'environments.environment.read';

  it('keeps the place of an environment that may not be seen', async () => {
    plugin.denied.add(`${READ} shop/dev`);
    const { body } = await plugin
      .get('/services/shop/environments')
      .expect(200);
    expect(body.environments).toMatchObject([
      { state: 'denied', name: 'dev', permission: READ },
      { state: 'read', name: 'production' },
    ]);
    expect(body.environments[1].comparedWith).toBeUndefined();
    expect(body.steps).toEqual([
      expect.objectContaining({ state: 'denied', changes: 0 }),
    ]);
    expect(JSON.stringify(body)).not.toContain(cacheFile('dev'));
    const { body: list } = await plugin.get('/services').expect(200);
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
    plugin.denied.add(`${READ} shop/dev`);
    const { body } = await plugin.get(path).expect(403);
    expect(body.error.message).toMatch(/may not see dev of shop/);
  });

  it('refuses a service of which nothing may be seen', async () => {
    plugin.denied.add(READ);
    await plugin.get('/services/shop/environments').expect(403);
    await plugin.get('/services/shop/drift').expect(403);
    const { body } = await plugin.get('/services').expect(200);
    expect(body.items).toEqual([]);
    expect((await plugin.get('/drift').expect(200)).body.items).toEqual([]);
  });

  it('refuses to plan', async () => {
    plugin.denied.add(`${READ} shop/production`);
    const { body } = await plugin
      .post('/services/shop/promotions/plan', {
        from: 'dev',
        to: 'production',
      })
      .expect(403);
    expect(body.error.message).toMatch(/may not see production of shop/);
  });

  it('refuses to open a promotion, and records that it was tried', async () => {
    plugin.denied.add('environments.environment.promote shop/production');
    const { body } = await plugin
      .post('/change-requests', {
        type: 'promotion',
        service: 'shop',
        from: 'dev',
        to: 'production',
      })
      .expect(403);
    expect(body.error.message).toMatch(/may not promote into production/);
    expect(plugin.audited).toEqual(['change-request-create fail']);
    const { body: list } = await plugin.get('/change-requests').expect(200);
    expect(list.items).toEqual([]);
  });

  it('refuses to ask for a resource', async () => {
    plugin.denied.add('environments.claim.create shop/dev');
    const { body } = await plugin
      .post('/change-requests', {
        type: 'claim',
        service: 'shop',
        environment: 'dev',
        kind: 'XCache',
        name: 'extra',
        parameters: { size: 'small' },
      })
      .expect(403);
    expect(body.error.message).toMatch(/may not ask for resources in dev/);
  });

  it('refuses to refresh', async () => {
    plugin.denied.add('environments.environment.refresh');
    const { body } = await plugin.post('/refresh').expect(403);
    expect(body.error.message).toMatch(/new look/);
  });

  it('lets nobody but people write', async () => {
    const { body } = await request(plugin.server)
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
