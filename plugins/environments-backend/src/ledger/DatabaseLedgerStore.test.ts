import { TestDatabases } from '@backstage/backend-test-utils';
import { DriftField } from '@stagecraft/plugin-environments-common';
import { migrationsDirectory } from '../database';
import { DatabaseLedgerStore } from './DatabaseLedgerStore';
import { StoredEnvironment, StoredService } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

const empty = (name: string): StoredEnvironment => ({
  state: 'empty',
  name,
  detail: 'No resource here.',
});

const service = (
  name: string,
  environments: string[],
  repository = 'acme/gitops',
): StoredService => ({
  repository,
  service: name,
  environments: environments.map(empty),
  steps: [
    {
      from: 'dev',
      to: 'staging',
      state: 'toPromote',
      changes: 2,
      toDecide: 0,
      ahead: 0,
    },
  ],
});

const drifted = (path: string, live = '5'): DriftField => ({
  resource: 'XPostgreSQL/user-database',
  path,
  kind: 'changed',
  git: { state: 'value', text: '3' },
  live: { state: 'value', text: live },
  cause: 'manual',
});

describe.each(databases.eachSupportedId())('DatabaseLedgerStore on %s', id => {
  async function createStore() {
    const db = await databases.init(id);
    await db.migrate.latest({ directory: migrationsDirectory });
    return { db, store: DatabaseLedgerStore.create({ db }) };
  }

  it('gives back services with their environments in order', async () => {
    const { store } = await createStore();
    await store.putService(service('user-service', ['dev', 'a', 'production']));
    await store.putService(service('payment-service', ['dev']));

    const read = await store.getService('user-service');
    expect(read).toMatchObject(
      service('user-service', ['dev', 'a', 'production']),
    );
    expect(read?.version).toMatch(/^[0-9a-f]{64}$/);
    expect((await store.listServices()).map(item => item.service)).toEqual([
      'payment-service',
      'user-service',
    ]);
    await expect(store.getService('nobody')).resolves.toBeUndefined();
    await expect(store.getEnvironment('user-service', 'a')).resolves.toEqual(
      empty('a'),
    );
    await expect(
      store.getEnvironment('user-service', 'b'),
    ).resolves.toBeUndefined();
  });

  it('says whether anything was different', async () => {
    const { store } = await createStore();
    const first = service('user-service', ['dev', 'staging']);
    await expect(store.putService(first)).resolves.toBe(true);
    await expect(store.putService(first)).resolves.toBe(false);
    await expect(
      store.putService(service('user-service', ['staging', 'dev'])),
    ).resolves.toBe(true);
    await expect(
      store.putService(service('user-service', ['staging'])),
    ).resolves.toBe(true);
    const read = await store.getService('user-service');
    expect(read?.environments).toEqual([empty('staging')]);
  });

  it('forgets services that a repository has no more, of that repository only', async () => {
    const { store } = await createStore();
    await store.putService(service('a', ['dev']));
    await store.putService(service('b', ['dev']));
    await store.putService(service('c', ['dev'], 'acme/other'));
    await expect(store.keepServices('acme/gitops', ['b'])).resolves.toEqual([
      'a',
    ]);
    expect((await store.listServices()).map(item => item.service)).toEqual([
      'b',
      'c',
    ]);
  });

  it('keeps the first sight of a drifted field until it is gone', async () => {
    const { store } = await createStore();
    const at = (now: string) => ({
      service: 'user-service',
      environment: 'production',
      now,
    });
    await store.putDrift(at('2026-11-22T20:58:00Z'), [
      drifted('spec.replicas'),
    ]);
    const later = await store.putDrift(at('2026-11-22T21:12:00Z'), [
      drifted('spec.replicas', '6'),
      drifted('spec.paused'),
    ]);
    expect(
      later.map(({ path, firstSeen, live }) => ({ path, firstSeen, live })),
    ).toEqual([
      {
        path: 'spec.replicas',
        firstSeen: '2026-11-22T20:58:00Z',
        live: { state: 'value', text: '6' },
      },
      {
        path: 'spec.paused',
        firstSeen: '2026-11-22T21:12:00Z',
        live: { state: 'value', text: '5' },
      },
    ]);
    await store.putDrift(at('2026-11-22T21:20:00Z'), []);
    await expect(store.listDrift()).resolves.toEqual([]);
    const again = await store.putDrift(at('2026-11-23T08:00:00Z'), [
      drifted('spec.replicas'),
    ]);
    expect(again[0].firstSeen).toBe('2026-11-23T08:00:00Z');
  });

  it('remembers the last sight of an object and the states', async () => {
    const { store } = await createStore();
    await store.putSnapshot('prod', 'k', { object: { a: 1 }, at: 't1' });
    await store.putSnapshot('prod', 'k', { object: { a: 2 }, at: 't2' });
    await expect(store.getSnapshot('prod', 'k')).resolves.toEqual({
      object: { a: 2 },
      at: 't2',
    });
    await expect(store.getSnapshot('dev', 'k')).resolves.toBeUndefined();

    await store.putClusterState({ name: 'prod', state: 'live', at: 't1' });
    await store.putClusterState({ name: 'prod', state: 'stale', since: 't1' });
    await expect(store.listClusterStates()).resolves.toEqual([
      { name: 'prod', state: 'stale', since: 't1' },
    ]);
    await store.putRepositoryState({ name: 'acme/gitops', branch: 'main' });
    await expect(store.listRepositoryStates()).resolves.toEqual([
      { name: 'acme/gitops', branch: 'main' },
    ]);
  });

  it('can take its tables back', async () => {
    const { db } = await createStore();
    await db.migrate.rollback({ directory: migrationsDirectory }, true);
    await expect(db.schema.hasTable('environments_cards')).resolves.toBe(false);
  });
});
