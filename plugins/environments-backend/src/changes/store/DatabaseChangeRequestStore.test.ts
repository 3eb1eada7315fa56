import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDirectory } from '../../database';
import { DatabaseChangeRequestStore } from './DatabaseChangeRequestStore';
import { StoredRequest } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

const AT = '2026-11-23T14:33:00.000Z';
const REQUEST: Omit<StoredRequest, 'id' | 'revision' | 'state'> = {
  repository: 'acme/infrastructure',
  type: 'promotion',
  service: 'user-service',
  from: 'dev',
  to: 'staging',
  way: 'promotion:user-service:dev:staging',
  author: 'user:default/mira.holt',
  pushers: ['user:default/mira.holt'],
  branch: 'stagecraft/promotion/x',
  publishedCommit: 'b'.repeat(40),
  title: 'Promote: user-service to staging',
  description: 'Words with "quotes" and 日本.',
  trailers: ['Promoted-From: x'],
  baseCommit: 'a'.repeat(40),
  headCommit: 'b'.repeat(40),
  content: 'c'.repeat(64),
  fields: [],
  files: [],
  gates: { decision: 'wait', results: [], checkedAt: AT },
  target: { state: 'conflict', files: ['a.yaml'] },
  forge: 'built-in',
  openedAt: AT,
};

describe.each(databases.eachSupportedId())('request store on %s', id => {
  async function createStore() {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    return { knex, store: DatabaseChangeRequestStore.create({ knex }) };
  }

  it('gives back what was put in, and nothing that is still prepared', async () => {
    const { store } = await createStore();
    const stored = await store.insert(REQUEST);
    expect(stored).toMatchObject({ ...REQUEST, state: 'preparing' });
    await expect(store.get(stored.id)).resolves.toEqual(stored);
    await expect(store.list({})).resolves.toEqual([]);
    await expect(store.notEnded(REQUEST.repository)).resolves.toEqual([stored]);
    const open = await store.update(stored, { state: 'open', forgeNumber: 7 });
    await expect(store.list({ service: 'user-service' })).resolves.toEqual([
      open,
    ]);
    await expect(store.list({ service: 'other' })).resolves.toEqual([]);
  });

  it('has one request of a way until it is ended', async () => {
    const { store } = await createStore();
    const first = await store.insert(REQUEST);
    await expect(store.insert(REQUEST)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await expect(
      store.insert({ ...REQUEST, repository: 'acme/other' }),
    ).resolves.toBeDefined();
    await store.update(first, { state: 'merged' });
    await expect(
      store.onWay(REQUEST.repository, REQUEST.way),
    ).resolves.toBeUndefined();
    await expect(store.insert(REQUEST)).resolves.toBeDefined();
    await expect(
      store.endedWithBranch(REQUEST.repository, [REQUEST.branch]),
    ).resolves.toHaveLength(1);
  });

  it('lets nobody overwrite what they have not read', async () => {
    const { store } = await createStore();
    const stored = await store.insert(REQUEST);
    await store.update(stored, { title: 'One' });
    await expect(store.update(stored, { title: 'Two' })).rejects.toThrow(
      'was changed by somebody else',
    );
    await store.remove(stored.id);
    await expect(store.get(stored.id)).resolves.toBeUndefined();
  });

  it('adds a review once', async () => {
    const { store } = await createStore();
    const { id: number } = await store.insert(REQUEST);
    const review = {
      by: 'user:default/lea.brandt',
      state: 'approved' as const,
      at: AT,
      content: 'c',
    };
    await store.addReviews(number, [review, { ...review, state: 'commented' }]);
    await store.addReviews(number, [review]);
    await expect(store.reviews(number)).resolves.toHaveLength(2);
  });

  it('goes away and comes back with its migration', async () => {
    const { knex } = await createStore();
    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    await expect(knex.schema.hasTable('change_requests')).resolves.toBe(false);
    await knex.migrate.latest({ directory: migrationsDirectory });
    await expect(knex.schema.hasTable('change_requests')).resolves.toBe(true);
  });
});
