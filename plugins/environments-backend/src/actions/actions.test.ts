import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { EnvironmentsService } from '../environments';
import { AuthorizedChangeRequests } from '../environments/AuthorizedChangeRequests';
import { registerActions } from './registerActions';

describe('actions', () => {
  const credentials = mockCredentials.user('user:default/mira.holt');
  const calls: unknown[][] = [];
  const answer =
    (name: string, result: object) =>
    async (...args: unknown[]) => {
      calls.push([name, ...args]);
      return result;
    };
  const environments = {
    listServices: answer('list', {
      environments: ['dev'],
      items: [{ service: 'shop', debt: undefined }, { service: 'ledger' }],
    }),
    getServiceEnvironments: answer('get', { service: 'shop' }),
    compareEnvironments: answer('diff', { from: 'dev', to: 'staging' }),
    getServiceDrift: answer('drift', { service: 'shop', environments: [] }),
  } as unknown as EnvironmentsService;
  const changes = {
    planPromotion: answer('plan', { planId: 'p', empty: true }),
  } as unknown as AuthorizedChangeRequests;

  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({ actionsRegistry, environments, changes });

  beforeEach(() => calls.splice(0));

  const way = { service: 'shop', from: 'dev', to: 'staging' };
  it.each([
    ['get-environments', { service: 'shop' }, 'get'],
    ['diff', way, 'diff'],
    ['drift', { service: 'shop', environment: 'dev' }, 'drift'],
    ['plan', { ...way, resources: ['XCache/a'] }, 'plan'],
  ])(
    '%s passes on what was asked, as the caller',
    async (name, input, call) => {
      await actionsRegistry.invoke({ id: `test:${name}`, input, credentials });
      expect(calls).toEqual([[call, input, { credentials }]]);
    },
  );

  it('list-services filters by name and leaves out what has no value', async () => {
    const { output } = await actionsRegistry.invoke({
      id: 'test:list-services',
      input: { service: 'sho' },
      credentials,
    });
    expect(output).toEqual({
      environments: ['dev'],
      services: [{ service: 'shop' }],
    });
    expect(calls).toEqual([['list', { credentials }]]);
  });

  it('says of itself that it only reads', async () => {
    const { actions } = await actionsRegistry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual([
      'diff',
      'drift',
      'get-environments',
      'list-services',
      'plan',
    ]);
    for (const { attributes } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('plans only for people', async () => {
    await expect(
      actionsRegistry.invoke({
        id: 'test:plan',
        input: way,
        credentials: mockCredentials.service(),
      }),
    ).rejects.toThrow(/signed-in person/);
    expect(calls).toEqual([]);
  });

  it('refuses input it does not know', async () => {
    await expect(
      actionsRegistry.invoke({
        id: 'test:diff',
        input: { service: 'shop' },
        credentials,
      }),
    ).rejects.toThrow(/from/);
  });
});
