import { Entity } from '@backstage/catalog-model';

/** Catalog entities of services with these names. */
export function entities(names: string[]): Entity[] {
  return names.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      description: 'Accounts, sign-in and sessions of every Acme product.',
      tags: ['node', 'postgres', 'redis'],
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'identity-team',
      system: 'accounts',
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/identity-team' },
      { type: 'partOf', targetRef: 'system:default/accounts' },
    ],
  }));
}
