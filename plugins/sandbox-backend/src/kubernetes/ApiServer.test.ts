import { mockServices } from '@backstage/backend-test-utils';
import { ApiServer } from './ApiServer';
import { Cluster } from './Cluster';

describe('ApiServer', () => {
  const cluster = new Cluster({ name: 'one' });
  let server: ApiServer;
  const headers = { authorization: 'Bearer sandbox' };

  beforeAll(async () => {
    server = await ApiServer.start({
      clusters: new Map([['one', cluster]]),
      port: 0,
      token: 'sandbox',
      logger: mockServices.logger.mock(),
    });
  });

  beforeEach(() => server.open());

  afterAll(() => server.stop());

  it.each([
    ['the token', headers, 200],
    ['no token, as kubectl over plain HTTP', {}, 200],
    ['a wrong token', { authorization: 'Bearer guess' }, 401],
    ['a page of another site', { origin: 'https://evil.example' }, 401],
    ['a page that loads it', { 'sec-fetch-site': 'cross-site' }, 401],
  ])('answers %s as it should', async (_, sent, status) => {
    const url = `${server.clusterUrl('one')}/version`;
    const answer = await fetch(url, { headers: sent as HeadersInit });
    expect(answer.status).toBe(status);
  });

  it('lets nobody in before it is opened', async () => {
    const closed = await ApiServer.start({
      clusters: new Map([['one', cluster]]),
      port: 0,
      token: 'sandbox',
      logger: mockServices.logger.mock(),
    });
    const url = `${closed.clusterUrl('one')}/version`;
    await expect(fetch(url, { headers })).rejects.toThrow();
    closed.open();
    expect((await fetch(url, { headers })).status).toBe(200);
    await closed.stop();
  });

  it('says which cluster there is not', async () => {
    const answer = await fetch(`${server.clusterUrl('two')}/version`, {
      headers,
    });
    expect(answer.status).toBe(404);
    expect((await answer.json()).message).toMatch(/no cluster "two"/);
  });

  it('refuses connections to a cluster that is unreachable', async () => {
    const url = `${server.clusterUrl('one')}/version`;
    const watch = await fetch(
      `${server.clusterUrl('one')}/api/v1/configmaps?watch=true`,
      { headers },
    );
    server.setReachable(cluster, false);
    await expect(fetch(url, { headers })).rejects.toThrow();
    await expect(watch.text()).rejects.toThrow();
    server.setReachable(cluster, true);
    expect((await fetch(url, { headers })).status).toBe(200);
  });

  it('names the setting when the port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(
      ApiServer.start({
        clusters: new Map(),
        port,
        token: 'sandbox',
        logger: mockServices.logger.mock(),
      }),
    ).rejects.toThrow(/sandbox\.kubernetes\.port/);
  });
});
