import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ChangesWorld,
  createChangesWorld,
} from '../__testUtils__/changesWorld';
import { Repository } from '../repository';
import { ChangeRequestStore } from './store';

jest.setTimeout(120_000);

const REPOSITORY = 'acme/infrastructure';
const MIRA = { user: 'user:default/mira.holt' };
const LEA = { user: 'user:default/lea.brandt' };
const PROMOTE = {
  type: 'promotion' as const,
  service: 'user-service',
  from: 'dev',
  to: 'staging',
};
const cache = (version: string) =>
  `size: medium\nversion: "${version}"\nbackup: true\n`;
/** Longer than any step takes: whoever began it is dead. */
const LATER_MS = 10 * 60_000;
/** How many writes each action makes; a crash is tried before the first and after each. */
const WRITES = { opening: 3, updating: 4, merging: 6 };

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

class Crash extends Error {}

/** The world's parts, of which the n-th write crashes: before it is done, or after. */
function crashing(world: ChangesWorld, step: number, when: 'before' | 'after') {
  let left = step;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left > 0) return work();
    // Everything after the crash fails too: the process is gone.
    if (left === 0 && when === 'after') await work();
    throw new Crash();
  };
  const wrap = <T extends object>(target: T, writes: string[]): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name, object);
        if (typeof value !== 'function') return value;
        const call = (...args: unknown[]) => value.apply(object, args);
        return writes.includes(String(name))
          ? (...args: unknown[]) => guard(() => call(...args))
          : call;
      },
    });
  return {
    crashed: () => left <= 0,
    service: world.service({
      store: wrap<ChangeRequestStore>(world.store, [
        'insert',
        'update',
        'remove',
        'addReviews',
      ]),
      repository: wrap<Repository>(world.mirror, ['push']),
    }),
  };
}

const points = (action: keyof typeof WRITES) => [
  [1, 'before'] as const,
  ...Array.from(
    { length: WRITES[action] },
    (_, index) => [index + 1, 'after'] as const,
  ),
];

describe.each(databases.eachSupportedId())('after a crash, on %s', id => {
  let world: ChangesWorld;

  beforeEach(async () => {
    world = await createChangesWorld(await databases.init(id));
    world.plan({ 'staging/cache.yaml': cache('7.2') });
  });

  afterEach(() => world.cleanup());

  const ours = () =>
    world.remote
      .git(
        'for-each-ref',
        '--format=%(refname:lstrip=2)',
        'refs/heads/stagecraft',
      )
      .split('\n')
      .filter(name => name !== '');
  const commits = () => Number(world.remote.git('rev-list', '--count', 'main'));

  async function restart() {
    world.pass(LATER_MS);
    const service = world.service();
    await service.reconcile(REPOSITORY);
    return service;
  }

  it.each(points('opening'))(
    'at write %i (%s it) of opening',
    async (step, when) => {
      const broken = crashing(world, step, when);
      await broken.service.create(PROMOTE, MIRA).catch(error => {
        expect(error).toBeInstanceOf(Crash);
      });
      expect(broken.crashed()).toBe(true);

      const service = await restart();
      const listed = await service.listOpen();
      expect(ours()).toHaveLength(listed.length);
      for (const { id: number } of listed) {
        const request = await service.get(number, MIRA);
        expect(world.remote.head(request.branch)).toBe(request.headCommit);
      }

      await service.create(PROMOTE, MIRA);
      await expect(service.list()).resolves.toHaveLength(1);
      expect(ours()).toHaveLength(1);
      expect(commits()).toBe(1);
    },
  );

  it.each(points('updating'))(
    'at write %i (%s it) of updating',
    async (step, when) => {
      const before = world.service();
      await before.create(PROMOTE, MIRA);
      world.plan({ 'staging/cache.yaml': cache('7.4') });
      const broken = crashing(world, step, when);
      await broken.service.create(PROMOTE, MIRA).catch(() => undefined);
      expect(broken.crashed()).toBe(true);

      const service = await restart();
      const [{ id: number }] = await service.listOpen();
      const repaired = await service.get(number, MIRA);
      expect(world.remote.head(repaired.branch)).toBe(repaired.headCommit);

      const result = await service.create(PROMOTE, MIRA);
      expect(result).toMatchObject({ request: { id: number } });
      expect(ours()).toHaveLength(1);
      expect(world.remote.read('staging/cache.yaml', ours()[0])).toBe(
        cache('7.4'),
      );
    },
  );

  it.each(points('merging'))(
    'at write %i (%s it) of merging',
    async (step, when) => {
      const before = world.service();
      const created = await before.create(PROMOTE, MIRA);
      if (!('request' in created)) throw new Error('not created');
      const { id: number } = created.request;
      await before.review(number, { verdict: 'approve' }, LEA);
      const broken = crashing(world, step, when);
      await broken.service.merge(number, {}, LEA).catch(() => undefined);
      expect(broken.crashed()).toBe(true);
      const mergedInGit = commits() === 2;
      const theirs = world.remote.commit('feat: meanwhile', {
        'staging/other.yaml': 'a: 2\n',
      });

      const service = await restart();
      const repaired = await service.get(number, LEA);
      expect(repaired.state).toBe(mergedInGit ? 'merged' : 'open');
      if (mergedInGit) {
        expect(repaired).toMatchObject({
          mergedBy: LEA.user,
          mergedCommit: world.remote.git('rev-parse', `${theirs}^`),
        });
      }

      await service.merge(number, {}, LEA);
      expect(commits()).toBe(3);
      expect(ours()).toEqual([]);
      expect(world.remote.read('staging/cache.yaml')).toBe(cache('7.2'));
      expect(world.remote.read('staging/other.yaml')).toBe('a: 2\n');
    },
  );

  it('a merge never loses a commit that comes to main at any moment', async () => {
    for (let round = 1; round <= 4; round++) {
      world.plan({ 'staging/cache.yaml': cache(`8.${round}`) });
      const service = world.service({
        repository: new Proxy<Repository>(world.mirror, {
          get(mirror, name) {
            const value = Reflect.get(mirror, name, mirror);
            if (typeof value !== 'function') return value;
            return (...args: unknown[]) => {
              // Somebody pushes right before one of our steps.
              if (String(name) === meddling.step && !meddling.done) {
                meddling.done = true;
                meddling.commit = world.remote.commit(`feat: ${round}`, {
                  [`staging/new-${round}.yaml`]: `${round}\n`,
                });
              }
              return value.apply(mirror, args);
            };
          },
        }),
      });
      const meddling = { step: '', done: false, commit: '' };
      const created = await service.create(PROMOTE, MIRA);
      if (!('request' in created)) throw new Error('not created');
      await service.review(created.request.id, { verdict: 'approve' }, LEA);
      meddling.step = ['fetch', 'mergeTree', 'commitTree', 'push'][round - 1];

      const merged = await service.merge(created.request.id, {}, LEA);

      expect(merged.state).toBe('merged');
      expect(meddling.done).toBe(true);
      expect(world.remote.git('rev-parse', 'main^')).toBe(meddling.commit);
      expect(world.remote.read(`staging/new-${round}.yaml`)).toBe(`${round}\n`);
      expect(world.remote.read('staging/cache.yaml')).toBe(cache(`8.${round}`));
    }
  });
});
