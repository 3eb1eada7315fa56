import { mockServices } from '@backstage/backend-test-utils';
import { ApiServer } from '../ApiServer';
import { Cluster } from '../Cluster';
import { describeContract } from './describeContract';

let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.start({
    clusters: new Map([['contract', new Cluster({ name: 'contract' })]]),
    port: 0,
    token: 'sandbox',
    logger: mockServices.logger.mock(),
  });
});

afterAll(() => server.stop());

describeContract('the API of the sandbox', () => ({
  url: server.clusterUrl('contract'),
  send: (url, init) =>
    fetch(url, {
      ...init,
      headers: { ...init?.headers, authorization: 'Bearer sandbox' },
    }),
}));
