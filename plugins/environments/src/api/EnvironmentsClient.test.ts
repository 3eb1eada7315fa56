import { ResponseError } from '@backstage/errors';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { EnvironmentsClient } from './EnvironmentsClient';

const base = 'http://backend.test/api/environments';
const server = setupServer();
registerMswTestHooks(server);

const client = new EnvironmentsClient({
  discoveryApi: { getBaseUrl: async id => `http://backend.test/api/${id}` },
  // Looked up at each call, since the test server puts its own in place.
  fetchApi: { fetch: (...args) => fetch(...args) },
});

/** Answers everything and remembers what was asked. */
function record() {
  const asked: Array<{ method: string; path: string; body?: unknown }> = [];
  server.use(
    http.all(`${base}/*`, async ({ request }) => {
      const text = await request.text();
      asked.push({
        method: request.method,
        path: request.url.slice(base.length),
        ...(text ? { body: JSON.parse(text) } : {}),
      });
      return HttpResponse.json({ ok: true });
    }),
  );
  return asked;
}

it.each([
  ['GET', '/services', () => client.listServices()],
  [
    'GET',
    '/services/a%2Fb/environments',
    () => client.getServiceEnvironments('a/b'),
  ],
  [
    'GET',
    '/services/s/compare?from=dev&to=staging',
    () => client.compareEnvironments('s', { from: 'dev', to: 'staging' }),
  ],
  ['GET', '/services/s/drift', () => client.getServiceDrift('s')],
  [
    'GET',
    '/services/s/drift?environment=dev',
    () => client.getServiceDrift('s', { environment: 'dev' }),
  ],
  [
    'GET',
    '/services/s/environments/dev/resources/XRedisCache/cache.a',
    () =>
      client.getResource('s', {
        environment: 'dev',
        resource: 'XRedisCache/cache.a',
      }),
  ],
  [
    'POST',
    '/services/s/promotions/plan',
    () => client.planPromotion('s', { from: 'dev', to: 'staging' }),
  ],
  [
    'GET',
    '/change-requests?state=open',
    () => client.listChangeRequests({ state: 'open' }),
  ],
  ['GET', '/change-requests/7', () => client.getChangeRequest(7)],
  [
    'POST',
    '/change-requests/7/reviews',
    () => client.reviewChangeRequest(7, { verdict: 'approve' }),
  ],
  ['POST', '/change-requests/7/merge', () => client.mergeChangeRequest(7)],
  ['POST', '/change-requests/7/close', () => client.closeChangeRequest(7)],
  ['GET', '/drift', () => client.listDrift()],
  ['GET', '/claim-kinds', () => client.listClaimKinds()],
  ['POST', '/refresh', () => client.refresh({ service: 's' })],
])('asks %s %s', async (method, path, ask) => {
  const asked = record();
  await ask();
  expect(asked).toEqual([expect.objectContaining({ method, path })]);
});

it('sends decisions as they were made', async () => {
  const asked = record();
  const request = {
    from: 'dev',
    to: 'staging',
    decisions: [
      { resource: 'ConfigMap/c', path: 'data.TTL', choose: 'target' as const },
    ],
  };
  await client.planPromotion('s', request);
  expect(asked[0].body).toEqual(request);
});

it('throws what the backend says', async () => {
  server.use(
    http.get(`${base}/services/x/environments`, () =>
      HttpResponse.json(
        {
          error: { name: 'NotFoundError', message: 'No service x.' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    ),
  );
  const asked = client.getServiceEnvironments('x');
  await expect(asked).rejects.toBeInstanceOf(ResponseError);
  await expect(asked).rejects.toMatchObject({
    cause: { name: 'NotFoundError', message: 'No service x.' },
  });
});
