import { PlanField } from '@stagecraft/plugin-environments-common';
import request from 'supertest';
import { cacheFile } from './__testUtils__/environmentsWorld';
import { BASE, RunningPlugin } from './__testUtils__/runningPlugin';
import { waitFor } from './__testUtils__/waitFor';

jest.mock('./clusters/loadClient');
jest.setTimeout(60_000);

describe('a change through the plugin', () => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await RunningPlugin.start();
  });
  afterAll(() => plugin?.stop());
  beforeEach(() => plugin.forget());

  it.each([
    [{ type: 'promotion', service: 'shop', from: 'dev', to: 'dev' }, /same/],
    [{ type: 'promotion', service: 'shop', from: 'dev' }, /to/],
    [{ type: 'wish' }, /type/],
    [{ type: 'claim', service: 'shop', environment: 'dev' }, /kind/],
  ])('says what is wrong with %j', async (body, words) => {
    const answer = await plugin.post('/change-requests', body).expect(400);
    expect(answer.body.error.message).toMatch(words);
  });

  it('goes from plan to merge, and every step needs its permission', async () => {
    const way = { from: 'dev', to: 'production' };
    const { body: plan } = await plugin
      .post('/services/shop/promotions/plan', way)
      .expect(200);
    expect(
      plan.fields.map(({ path, action }: PlanField) => `${action} ${path}`),
    ).toEqual(
      expect.arrayContaining([
        'take spec.parameters.version',
        'keep spec.parameters.size',
      ]),
    );
    const { body: created } = await plugin
      .post('/change-requests', {
        type: 'promotion',
        service: 'shop',
        ...way,
      })
      .expect(200);
    const { id } = created.request;
    expect(created.outcome).toBe('created');
    expect((await plugin.card('production')).requests).toMatchObject([{ id }]);

    plugin.denied.add('environments.environment.read shop/production');
    await request(plugin.server)
      .get(`${BASE}/change-requests/${id}`)
      .expect(403);
    plugin.denied.clear();
    plugin.denied.add('environments.change-request.review');
    await plugin
      .post(
        `/change-requests/${id}/reviews`,
        { verdict: 'approve' },
        'jonas.weber',
      )
      .expect(403);
    plugin.denied.clear();
    plugin.denied.add('environments.change-request.merge');
    await plugin
      .post(`/change-requests/${id}/merge`, {}, 'jonas.weber')
      .expect(403);
    await plugin
      .post(`/change-requests/${id}/close`, {}, 'jonas.weber')
      .expect(403);
    const { body: seen } = await plugin
      .get(`/change-requests/${id}`)
      .expect(200);
    expect(seen.state).toBe('open');
    expect(seen.may.merge).toEqual({
      allowed: false,
      reason: 'You may not merge here.',
    });
    plugin.denied.clear();

    await plugin
      .post(
        `/change-requests/${id}/reviews`,
        { verdict: 'approve' },
        'jonas.weber',
      )
      .expect(200);
    const { body: merged } = await plugin
      .post(`/change-requests/${id}/merge`, {}, 'jonas.weber')
      .expect(200);
    expect(merged.state).toBe('merged');
    expect(plugin.audited.slice(-1)).toEqual(['change-request-merge success']);
    expect(plugin.world.remote.read(cacheFile('production'))).toContain('7.2');

    await waitFor(async () => {
      const { deploy } = await plugin.card('production');
      expect(deploy).toMatchObject({ status: 'waiting', waiting: 1 });
    });
    expect(await plugin.cache('production')).toMatchObject({
      deploy: 'waiting',
      drift: { status: 'pending' },
      values: [{}, { git: { text: '7.2' }, mark: 'merged' }],
    });
  });
});
