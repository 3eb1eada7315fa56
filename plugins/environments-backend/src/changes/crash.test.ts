import { TestDatabases } from '@backstage/backend-test-utils';
import {
  cacheText,
  ChangesWorld,
  createChangesWorld,
  LEA,
  MIRA,
  PROMOTE,
  REPOSITORY,
  requestOf,
} from '../__testUtils__/changesWorld';
import { Repository } from '../repository';
import { ChangeRequestStore } from './store';

jest.setTimeout(120_000);

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

/** A service during whose work somebody pushes, once, right before one kind of step. */
function meddled(world: ChangesWorld, step: string) {
  const meddler = { armed: false, commit: '' };
  const repository = new Proxy<Repository>(world.mirror, {
    get(mirror, name) {
      const value = Reflect.get(mirror, name, mirror);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (String(name) === step && meddler.armed) {
          meddler.armed = false;
          meddler.commit = world.remote.commit('feat: theirs', {
            'staging/new.yaml': 'theirs\n',
          });
        }
        return value.apply(mirror, args);
      };
    },
  });
  return { meddler, service: world.service({ repository }) };
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
    world.plan({ 'staging/cache.yaml': cacheText('7.2') });
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
      await expect(broken.service.create(PROMOTE, MIRA)).rejects.toThrow(Crash);
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
      world.plan({ 'staging/cache.yaml': cacheText('7.4') });
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
        cacheText('7.4'),
      );
    },
  );

  it.each(points('merging'))(
    'at write %i (%s it) of merging',
    async (step, when) => {
      const before = world.service();
      const created = await before.create(PROMOTE, MIRA);
      const { id: number } = requestOf(created);
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
      expect(repaired).toMatchObject(
        mergedInGit
          ? {
              state: 'merged',
              mergedBy: LEA.user,
              mergedCommit: world.remote.git('rev-parse', `${theirs}^`),
            }
          : { state: 'open' },
      );

      await service.merge(number, {}, LEA);
      expect(commits()).toBe(3);
      expect(ours()).toEqual([]);
      expect(world.remote.read('staging/cache.yaml')).toBe(cacheText('7.2'));
      expect(world.remote.read('staging/other.yaml')).toBe('a: 2\n');
    },
  );

  it.each(['fetch', 'mergeTree', 'commitTree', 'push'])(
    'a merge does not lose a commit that comes right before its %s',
    async step => {
      const { meddler, service } = meddled(world, step);
      const { id: number } = requestOf(await service.create(PROMOTE, MIRA));
      await service.review(number, { verdict: 'approve' }, LEA);
      meddler.armed = true;

      const merged = await service.merge(number, {}, LEA);

      expect(merged.state).toBe('merged');
      expect(world.remote.git('rev-parse', 'main^')).toBe(meddler.commit);
      expect(world.remote.read('staging/new.yaml')).toBe('theirs\n');
      expect(world.remote.read('staging/cache.yaml')).toBe(cacheText('7.2'));
    },
  );
});
