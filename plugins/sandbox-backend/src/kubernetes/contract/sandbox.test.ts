import { mockServices } from '@backstage/backend-test-utils';
import { ApiServer } from '../ApiServer';
import { Cluster } from '../Cluster';
import { CASES, installKinds, runCheck } from './runContract';
import { ApiUnderTest } from './types';

describe('the API of the sandbox', () => {
  let server: ApiServer;
  let api: ApiUnderTest;

  beforeAll(async () => {
    server = await ApiServer.start({
      clusters: new Map([['contract', new Cluster({ name: 'contract' })]]),
      port: 0,
      token: 'sandbox',
      logger: mockServices.logger.mock(),
    });
    server.open();
    api = {
      url: server.clusterUrl('contract'),
      send: (url, init) =>
        fetch(url, {
          ...init,
          headers: { ...init?.headers, authorization: 'Bearer sandbox' },
        }),
    };
    await installKinds(api);
  });

  afterAll(() => server.stop());

  it.each(CASES)(
    '%s',
    async (_, check) => {
      await expect(runCheck(api, check)).resolves.toBeUndefined();
    },
    30_000,
  );
});
