import { TestDatabases } from '@backstage/backend-test-utils';
import {
  cacheText,
  ChangesWorld,
  createChangesWorld,
  LEA,
  MIRA,
  PROMOTE,
  requestOf,
} from '../__testUtils__/changesWorld';
import { DefaultChangeRequestService } from './DefaultChangeRequestService';

jest.setTimeout(60_000);

const NEW_CACHE = cacheText('7.2');

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('change requests on %s', id => {
  let world: ChangesWorld;
  let service: DefaultChangeRequestService;

  beforeEach(async () => {
    world = await createChangesWorld(await databases.init(id));
    service = world.service();
    world.plan({ 'staging/cache.yaml': NEW_CACHE });
  });

  afterEach(() => world.cleanup());

  const open = async () => requestOf(await service.create(PROMOTE, MIRA));
  const branches = () =>
    world.remote
      .git('for-each-ref', '--format=%(refname:short)', 'refs/heads')
      .split('\n');

  it('opens, approves and merges as one commit with its provenance', async () => {
    const main = world.remote.head();
    const changed: number[] = [];
    service.onChange(({ ids }) => changed.push(...ids));

    const opened = await open();
    expect(opened).toMatchObject({
      title: 'Promote: user-service to staging',
      state: 'open',
      author: MIRA.user,
      progress: 'inReview',
      target: { state: 'current' },
      gates: { decision: 'wait' },
      files: [{ path: 'staging/cache.yaml', added: 1, removed: 1 }],
      may: {
        approve: {
          allowed: false,
          reason: 'You opened this request; somebody else has to approve it.',
        },
        merge: { allowed: false, reason: 'Merge waits for 1 gate: Approval.' },
        close: { allowed: true },
      },
    });
    expect(world.remote.head(opened.branch)).toBe(opened.headCommit);
    expect(world.remote.head()).toBe(main);
    await expect(service.merge(opened.id, {}, LEA)).rejects.toThrow(
      'Merge waits for 1 gate: Approval.',
    );

    const approved = await service.review(
      opened.id,
      { verdict: 'approve', headCommit: opened.headCommit },
      LEA,
    );
    expect(approved).toMatchObject({
      progress: 'ready',
      reviews: [{ by: LEA.user, state: 'approved', outdated: false }],
      may: {
        approve: {
          allowed: false,
          reason: 'You have approved this content already.',
        },
        merge: { allowed: true },
      },
    });

    await service.merge(opened.id, { dryRun: true }, LEA);
    expect(world.remote.head()).toBe(main);

    const merged = await service.merge(opened.id, {}, LEA);
    expect(merged).toMatchObject({
      state: 'merged',
      mergedBy: LEA.user,
      mergedCommit: world.remote.head(),
    });
    expect(world.remote.read('staging/cache.yaml')).toBe(NEW_CACHE);
    expect(branches()).toEqual(['main']);
    expect(world.remote.git('log', '-1', '--format=%an|%cn|%P', 'main')).toBe(
      `mira.holt|lea.brandt|${main}`,
    );
    expect(world.remote.git('log', '-1', '--format=%B', 'main')).toBe(
      [
        `Promote: user-service to staging (#${opened.id})`,
        'Takes version 7.2.',
        [
          `Promoted-From: ${main}`,
          `Change-Request: #${opened.id}`,
          'Approved-By: lea.brandt',
          'Merged-By: lea.brandt',
        ].join('\n'),
      ].join('\n\n'),
    );
    expect(changed).toContain(opened.id);
    await expect(service.merge(opened.id, {}, LEA)).resolves.toMatchObject({
      state: 'merged',
      mergedCommit: merged.mergedCommit,
    });
    await expect(service.close(opened.id, LEA)).rejects.toThrow('is merged');
  });

  it('makes one request of the same plan twice, and updates it for another', async () => {
    const first = await open();
    const again = await service.create(PROMOTE, LEA);
    expect(again).toMatchObject({
      outcome: 'unchanged',
      request: { id: first.id, headCommit: first.headCommit },
    });
    await service.review(first.id, { verdict: 'approve' }, LEA);

    world.plan({
      'staging/cache.yaml': NEW_CACHE,
      'staging/new.yaml': 'b: 1\n',
    });
    const updated = await service.create(
      { ...PROMOTE, title: 'Two\nthings', description: 'Words.\nHotfix: X-1' },
      MIRA,
    );
    expect(updated).toMatchObject({
      outcome: 'updated',
      request: {
        id: first.id,
        title: 'Two things',
        description: 'Words.\n> Hotfix: X-1',
        progress: 'inReview',
        reviews: [{ state: 'approved', outdated: true }],
      },
    });
    const { branch, headCommit } = requestOf(updated);
    expect(branch).toBe(first.branch);
    expect(world.remote.head(branch)).toBe(headCommit);
    await service.create({ ...PROMOTE, title: 'By Lea' }, LEA);
    await expect(
      service.review(first.id, { verdict: 'approve' }, LEA),
    ).rejects.toThrow('You changed what this request writes');
    await expect(service.list()).resolves.toHaveLength(1);
    await expect(
      service.openOnWay(
        'acme/infrastructure',
        'promotion:user-service:dev:staging',
      ),
    ).resolves.toBe(first.id);
  });

  it('opens one request when two people ask at once', async () => {
    const results = await Promise.allSettled([
      world.service().create(PROMOTE, MIRA),
      world.service().create(PROMOTE, LEA),
      service.create(PROMOTE, MIRA),
      service.create(PROMOTE, LEA),
    ]);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    const [{ id: only }, ...more] = await service.list();
    expect(more).toEqual([]);
    const request = await service.get(only, MIRA);
    expect(world.remote.head(request.branch)).toBe(request.headCommit);
  });

  it('opens while a reconciliation sees the push', async () => {
    const other = world.service();
    const reconciled: Array<Promise<void>> = [];
    world.mirror.onChange(() =>
      reconciled.push(other.reconcile('acme/infrastructure')),
    );
    const created = await service.create(PROMOTE, MIRA);
    await Promise.all(reconciled);
    expect(reconciled).not.toHaveLength(0);
    expect(created).toMatchObject({ outcome: 'created' });
    await expect(other.listOpen()).resolves.toHaveLength(1);
  });

  it('writes nothing on a dry run, or when there is nothing to do', async () => {
    const preview = await service.create({ ...PROMOTE, dryRun: true }, MIRA);
    expect(preview).toMatchObject({
      outcome: 'dryRun',
      preview: { files: [{ path: 'staging/cache.yaml' }] },
    });
    world.plan({ 'staging/other.yaml': 'a: 1\n' });
    await expect(service.create(PROMOTE, MIRA)).resolves.toEqual({
      outcome: 'nothingToDo',
      reason: 'Nothing to promote.',
    });
    expect(branches()).toEqual(['main']);
    await expect(service.list()).resolves.toEqual([]);
  });

  it('lets nobody approve their own, or what they have not seen', async () => {
    const { id: number, headCommit } = await open();
    await expect(
      service.review(number, { verdict: 'approve' }, MIRA),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      service.review(
        number,
        { verdict: 'approve', headCommit: 'f'.repeat(40) },
        LEA,
      ),
    ).rejects.toThrow('has changed since you looked at it');
    await expect(
      service.merge(number, { headCommit: 'f'.repeat(40) }, LEA),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    const commented = await service.review(
      number,
      { verdict: 'comment', comment: ' Is 7.2 meant? ', headCommit },
      MIRA,
    );
    expect(commented.reviews).toMatchObject([
      { by: MIRA.user, state: 'commented', comment: 'Is 7.2 meant?' },
    ]);
    await service.review(number, { verdict: 'approve' }, LEA);
    const twice = await service.review(number, { verdict: 'approve' }, LEA);
    expect(twice.reviews).toHaveLength(2);
    await expect(service.get(4711, MIRA)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(service.get(1e12, MIRA)).rejects.toThrow('no change request');
  });

  it('merges over what others did in the meantime, and says what collides', async () => {
    const first = await open();
    await service.review(first.id, { verdict: 'approve' }, LEA);
    const theirs = world.remote.commit('feat: elsewhere', {
      'staging/other.yaml': 'a: 2\n',
    });
    await world.mirror.fetch();
    await expect(service.get(first.id, LEA)).resolves.toMatchObject({
      target: { state: 'clean' },
    });
    const merged = await service.merge(first.id, {}, LEA);
    expect(world.remote.git('log', '--format=%P', '-1', 'main')).toBe(theirs);
    expect(merged.mergedCommit).toBe(world.remote.head());
    expect(world.remote.read('staging/other.yaml')).toBe('a: 2\n');

    world.plan({ 'staging/cache.yaml': NEW_CACHE.replace('7.2', '7.4') });
    const second = await open();
    await service.review(second.id, { verdict: 'approve' }, LEA);
    world.remote.commit('fix: the same line', {
      'staging/cache.yaml': NEW_CACHE.replace('7.2', '7.3'),
    });
    await world.mirror.fetch();
    await expect(service.get(second.id, LEA)).resolves.toMatchObject({
      progress: 'blocked',
      target: { state: 'conflict', files: ['staging/cache.yaml'] },
    });
    await expect(service.merge(second.id, {}, LEA)).rejects.toThrow(
      'staging has moved on: staging/cache.yaml changed in another way. Rebase the plan.',
    );
    const rebased = await service.create(PROMOTE, MIRA);
    expect(rebased).toMatchObject({
      outcome: 'updated',
      request: { id: second.id, target: { state: 'current' } },
    });
  });

  it('judges what would be merged, not what was planned', async () => {
    const { id: number } = await open();
    await service.review(number, { verdict: 'approve' }, LEA);
    world.remote.commit('feat: elsewhere in the file', {
      'staging/cache.yaml':
        'size: medium\nversion: "7.0"\nbackup: true\n# forbidden\n',
    });
    await expect(service.merge(number, {}, LEA)).rejects.toThrow(
      /Gate fails: Schema|moved on/,
    );
  });

  it('closes, takes the branch away, and lets the way be gone again', async () => {
    const first = await open();
    const closed = await service.close(first.id, LEA);
    expect(closed).toMatchObject({ state: 'closed', closedBy: LEA.user });
    expect(branches()).toEqual(['main']);
    await expect(service.merge(first.id, {}, LEA)).rejects.toThrow('is closed');
    await expect(service.close(first.id, MIRA)).resolves.toMatchObject({
      closedBy: LEA.user,
    });
    const second = await open();
    expect(second.id).not.toBe(first.id);
    await expect(service.listOpen('user-service')).resolves.toMatchObject([
      { id: second.id, state: 'open' },
    ]);
  });
});
