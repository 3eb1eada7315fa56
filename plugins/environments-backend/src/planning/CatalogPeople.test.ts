import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogPeople } from './CatalogPeople';

const MIRA: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mira.holt', namespace: 'default' },
  spec: { profile: { displayName: 'Mira Holt', email: 'mira@acme.example' } },
};
const TEAM: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'identity-team', namespace: 'default' },
  spec: {},
  relations: [
    { type: 'hasMember', targetRef: 'user:default/mira.holt' },
    { type: 'parentOf', targetRef: 'group:default/other' },
  ],
};

describe('CatalogPeople', () => {
  const people = (catalog = catalogServiceMock({ entities: [MIRA, TEAM] })) =>
    CatalogPeople.create({
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
    });

  it('names people as their profile does, and others as they are called', async () => {
    await expect(
      people().identityOf('user:default/mira.holt'),
    ).resolves.toEqual({ name: 'Mira Holt', email: 'mira@acme.example' });
    await expect(people().identityOf('user:default/guest')).resolves.toEqual({
      name: 'guest',
      email: 'guest@users.noreply.stagecraft.invalid',
    });
  });

  it('knows members of groups, and leaves out groups it cannot read', async () => {
    await expect(
      people().membersOf(['identity-team', 'nobody-knows']),
    ).resolves.toEqual({ 'identity-team': ['user:default/mira.holt'] });
  });

  it('does without the catalog while that is away', async () => {
    const away = catalogServiceMock.mock({
      getEntityByRef: async () => {
        throw new Error('away');
      },
    });
    await expect(
      people(away).identityOf('user:default/mira.holt'),
    ).resolves.toMatchObject({ name: 'mira.holt' });
    await expect(people(away).membersOf(['identity-team'])).resolves.toEqual(
      {},
    );
  });
});
