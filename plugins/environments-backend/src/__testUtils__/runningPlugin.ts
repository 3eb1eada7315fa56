import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ServiceEnvironmentRead,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import request from 'supertest';
import environmentsPlugin from '../index';
import { EnvironmentsWorld } from './environmentsWorld';
import { OpenApiChecks } from './openApiChecks';
import { waitFor } from './waitFor';

export const BASE = '/api/environments';

/**
 * The whole plugin over a repository and a cluster of its own, asked over HTTP.
 * Every answer is held against the specification. The test file must mock
 * `clusters/loadClient` itself, as Jest does that per file.
 */
export class RunningPlugin {
  /** Permission names, with the resource after a space, that are denied. */
  readonly denied = new Set<string>();
  readonly audited: string[] = [];
  readonly world: EnvironmentsWorld;
  readonly specification: OpenApiChecks;
  #backend?: TestBackend;

  private constructor(world: EnvironmentsWorld, specification: OpenApiChecks) {
    this.world = world;
    this.specification = specification;
  }

  static async start(): Promise<RunningPlugin> {
    const plugin = new RunningPlugin(
      await EnvironmentsWorld.create(),
      await OpenApiChecks.create(),
    );
    plugin.#backend = await plugin.#startBackend();
    await waitFor(async () => {
      const { health } = await plugin.card('production');
      if (health.status !== 'Healthy') throw new Error(health.message);
    }, 20_000);
    return plugin;
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    await this.world.cleanup();
  }

  /** Everything is allowed again, and nothing was audited. */
  forget(): void {
    this.denied.clear();
    this.audited.length = 0;
  }

  get server() {
    if (!this.#backend) throw new Error('the backend is not started');
    return this.#backend.server;
  }

  get(path: string) {
    return request(this.server)
      .get(`${BASE}${path}`)
      .expect(({ ok, body }) => {
        if (ok) this.specification.check('get', path, body);
      });
  }

  post(path: string, content: object = {}, user = 'mira.holt') {
    return request(this.server)
      .post(`${BASE}${path}`)
      .set('authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(content)
      .expect(({ ok, body }) => {
        if (ok) this.specification.check('post', path, body);
      });
  }

  async card(environment: string): Promise<ServiceEnvironmentRead> {
    const { body } = await this.get('/services/shop/environments').expect(200);
    const found = (body as ServiceEnvironments).environments.find(
      ({ name }) => name === environment,
    );
    if (found?.state !== 'read') throw new Error(`${environment} is not read`);
    return found;
  }

  async cache(environment: string) {
    const { resources } = await this.card(environment);
    return resources.find(({ kind }) => kind === 'XCache');
  }

  #startBackend(): Promise<TestBackend> {
    return startTestBackend({
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
        mockServices.rootConfig.factory({ data: this.world.config() }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission, resourceRef }) => ({
              result:
                this.denied.has(permission.name) ||
                this.denied.has(`${permission.name} ${resourceRef}`)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
        }).factory,
        mockServices.auditor.mock({
          createEvent: async ({ eventId }) => ({
            success: async () => {
              this.audited.push(`${eventId} success`);
            },
            fail: async () => {
              this.audited.push(`${eventId} fail`);
            },
          }),
        }).factory,
      ],
    });
  }
}
