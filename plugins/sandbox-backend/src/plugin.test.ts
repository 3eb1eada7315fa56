import { resolve } from 'node:path';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { sandboxPlugin } from './plugin';

jest.setTimeout(30_000);

describe('sandbox plugin', () => {
  const directory = createMockDirectory();

  async function start(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    return startTestBackend({
      features: [
        sandboxPlugin,
        mockServices.rootConfig.factory({
          data: {
            sandbox: {
              enabled: true,
              directory: directory.path,
              example: resolve(
                __dirname,
                '../../../examples/infrastructure-gitops',
              ),
              readyAfter: '100ms',
              kubernetes: { port: 0 },
            },
          },
        }),
        mockServices.permissions.factory({ result }),
      ],
    });
  }

  const WRITES: Array<[method: 'post' | 'delete', path: string, body: object]> =
    [
      ['post', '/drift', {}],
      ['delete', '/drift', {}],
      ['post', '/self-heal', { application: 'x', enabled: true }],
      ['post', '/clusters/stg-eu1/reachable', { reachable: false }],
      ['post', '/broken-file', {}],
      ['delete', '/broken-file', {}],
    ];

  it('shows the state but lets those change nothing who may not', async () => {
    const backend = await start(AuthorizeResult.DENY);
    const state = await request(backend.server).get('/api/sandbox/state');
    expect(state.status).toBe(200);
    expect(
      state.body.clusters.map((one: { name: string }) => one.name),
    ).toEqual(['dev-eu1', 'stg-eu1', 'prod-eu1']);
    for (const [method, path, body] of WRITES) {
      const answer = await request(backend.server)
        [method](`/api/sandbox${path}`)
        .send(body);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const anonymous = await request(backend.server)
      .get('/api/sandbox/state')
      .set('authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    await backend.stop();
  });

  it('cuts a cluster off and refuses what it cannot read', async () => {
    const backend = await start(AuthorizeResult.ALLOW);
    const cut = await request(backend.server)
      .post('/api/sandbox/clusters/stg-eu1/reachable')
      .send({ reachable: false });
    expect(cut.status).toBe(200);
    const { body } = await request(backend.server).get('/api/sandbox/state');
    expect(body.clusters[1]).toMatchObject({
      name: 'stg-eu1',
      reachable: false,
      unreachableSince: expect.any(String),
    });
    for (const [path, wrong, status] of [
      ['/drift', { changes: ['everything'] }, 400],
      ['/self-heal', { application: 'nobody', enabled: true }, 404],
      ['/self-heal', { application: 'x' }, 400],
      ['/clusters/nowhere/reachable', { reachable: true }, 404],
    ] as const) {
      const answer = await request(backend.server)
        .post(`/api/sandbox${path}`)
        .send(wrong);
      expect([path, answer.status]).toEqual([path, status]);
    }
    await backend.stop();
  });
});
