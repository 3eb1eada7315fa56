import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { ConfigReader } from '@backstage/config';
import { Request } from 'express';
import { sandboxFeatures } from '../features';
import { personaAuthenticator } from './personaAuthenticator';
import { SandboxPolicy } from './SandboxPolicy';

function requestFrom(address: string, user?: string) {
  return {
    socket: { remoteAddress: address },
    header: (name: string) => (name === 'x-sandbox-user' ? user : undefined),
  } as unknown as Request;
}

describe('sign-in of the sandbox', () => {
  const context = personaAuthenticator.initialize({
    config: new ConfigReader({}),
  });
  const signIn = (address: string, user?: string) =>
    personaAuthenticator.authenticate(
      { req: requestFrom(address, user) },
      context,
    );

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'believes who comes over loopback, from %s',
    async address => {
      await expect(signIn(address, 'mira.holt')).resolves.toEqual({
        result: { name: 'mira.holt' },
      });
    },
  );

  it.each([
    ['10.0.0.8', 'mira.holt'],
    ['127.0.0.1', undefined],
    ['127.0.0.1', '../admin'],
    ['127.0.0.1', 'group:default/platform-team'],
  ])('refuses %s as %s', async (address, user) => {
    await expect(signIn(address, user)).rejects.toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
  });
});

describe('SandboxPolicy', () => {
  const policy = new SandboxPolicy();
  const as = (...refs: string[]) =>
    ({
      info: { userEntityRef: refs[0], ownershipEntityRefs: refs },
    } as PolicyQueryUser);
  const read = createPermission({
    name: 'a.read',
    attributes: { action: 'read' },
  });
  const write = createPermission({
    name: 'a.write',
    attributes: { action: 'update' },
  });
  const other = createPermission({ name: 'a.run', attributes: {} });

  it.each([
    ['guest', as('user:default/guest'), [true, false, false]],
    [
      'mira',
      as('user:default/mira.holt', 'group:default/identity-team'),
      [true, true, true],
    ],
    [
      'jonas',
      as('user:default/jonas.weber', 'group:default/platform-team'),
      [true, true, true],
    ],
    [
      'a stranger',
      as('user:default/x', 'group:default/sales'),
      [true, false, false],
    ],
    ['nobody', undefined, [false, false, false]],
  ])('decides for %s', async (_, user, expected) => {
    const decisions = await Promise.all(
      [read, write, other].map(permission =>
        policy.handle({ permission }, user),
      ),
    );
    expect(decisions.map(one => one.result === AuthorizeResult.ALLOW)).toEqual(
      expected,
    );
  });
});

describe('sandboxFeatures', () => {
  it('brings nothing where the sandbox is off', async () => {
    const backend = await startTestBackend({
      features: [
        sandboxFeatures,
        mockServices.rootConfig.factory({
          data: { sandbox: { enabled: false } },
        }),
      ],
    });
    const address = backend.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const answer = await fetch(`http://localhost:${port}/api/sandbox/state`);
    expect(answer.status).toBe(404);
    await backend.stop();
  });
});
