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

describe.each(databases.eachSupportedId())('from outside, on %s,', id => {
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

  it.each([
    [
      'merged with a merge commit',
      (w: ChangesWorld, branch: string) => {
        const tree = w.remote.git('rev-parse', `${branch}^{tree}`);
        const commit = w.remote.git(
          'commit-tree',
          tree,
          '-p',
          'main',
          '-p',
          branch,
          '-m',
          'Merge it',
        );
        w.remote.git('update-ref', 'refs/heads/main', commit);
      },
      'merged',
    ],
    [
      'squashed, the branch deleted',
      (w: ChangesWorld, branch: string) => {
        w.remote.commit(
          'feat: squashed',
          { 'staging/cache.yaml': NEW_CACHE },
          { author: 'Jonas' },
        );
        w.remote.git('update-ref', '-d', `refs/heads/${branch}`);
      },
      'merged',
    ],
    [
      'deleted',
      (w: ChangesWorld, branch: string) => {
        w.remote.git('update-ref', '-d', `refs/heads/${branch}`);
      },
      'closed',
    ],
  ])('a branch is %s', async (_title, act, state) => {
    const request = await open();
    act(world, request.branch);
    await service.reconcile('acme/infrastructure');
    await expect(service.get(request.id, LEA)).resolves.toMatchObject(
      state === 'merged'
        ? {
            state,
            mergedCommit: world.remote.head(),
            mergedBy: world.remote.git('log', '-1', '--format=%an', 'main'),
          }
        : { state },
    );
    expect(branches()).toEqual(['main']);
  });

  it('commits come to the branch: content and reviews follow, and they are not overwritten', async () => {
    const request = await open();
    await service.review(request.id, { verdict: 'approve' }, LEA);
    const head = world.remote.commit(
      'fix: by hand',
      { 'staging/cache.yaml': NEW_CACHE.replace('7.2', '7.2.1') },
      { branch: request.branch },
    );
    await service.reconcile('acme/infrastructure');
    await expect(service.get(request.id, LEA)).resolves.toMatchObject({
      headCommit: head,
      progress: 'inReview',
      reviews: [{ outdated: true }],
      files: [{ path: 'staging/cache.yaml', added: 1 }],
    });
    await expect(service.create(PROMOTE, MIRA)).rejects.toThrow(
      'Somebody pushed to the branch',
    );
    expect(world.remote.head(request.branch)).toBe(head);
  });
});
