import { RunningPlugin } from './__testUtils__/runningPlugin';

jest.mock('./clusters/loadClient');
jest.setTimeout(60_000);

describe('the HTTP API', () => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await RunningPlugin.start();
  });
  afterAll(() => plugin?.stop());

  const promotion = {
    type: 'promotion',
    service: 'shop',
    from: 'dev',
    to: 'production',
  };
  const claim = {
    type: 'claim',
    service: 'shop',
    environment: 'dev',
    kind: 'XCache',
    name: 'extra',
    parameters: { size: 'small' },
  };

  /** Opens a request and returns its path. */
  async function opened(content: object): Promise<string> {
    const { body } = await plugin.post('/change-requests', content).expect(200);
    return `/change-requests/${body.request.id}`;
  }

  it('answers every operation as specified', async () => {
    for (const path of [
      '/services',
      '/services/shop/environments',
      '/services/shop/compare?from=dev&to=production',
      '/services/shop/drift?environment=dev',
      '/services/shop/environments/production/resources/XCache/sessions',
      '/drift',
      '/claim-kinds',
    ]) {
      await plugin.get(path).expect(200);
    }
    const way = { from: 'dev', to: 'production' };
    await plugin.post('/services/shop/promotions/plan', way).expect(200);

    const promoting = await opened(promotion);
    await plugin.get(promoting).expect(200);
    const approval = { verdict: 'approve' };
    await plugin
      .post(`${promoting}/reviews`, approval, 'jonas.weber')
      .expect(200);
    await plugin.post(`${promoting}/merge`, {}, 'jonas.weber').expect(200);

    const claiming = await opened(claim);
    const { body: closed } = await plugin.post(`${claiming}/close`).expect(200);
    expect(closed.state).toBe('closed');
    await plugin.get('/change-requests?state=closed&service=shop').expect(200);

    const { body: refreshed } = await plugin.post('/refresh').expect(200);
    expect(refreshed.repositories).toMatchObject([{ name: 'acme/gitops' }]);

    const { seen, operationIds } = plugin.specification;
    expect([...seen].sort()).toEqual([...operationIds].sort());
  });
});
