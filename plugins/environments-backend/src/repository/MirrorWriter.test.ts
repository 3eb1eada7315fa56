import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { createGitRemote, GitRemote } from '../__testUtils__/gitRemote';
import { GitMirror } from './GitMirror';

const MIRA = { name: 'Mira Holt', email: 'mira.holt@acme.example' };
const AT = new Date('2026-11-23T14:33:00Z');

// Every test starts several git processes.
jest.setTimeout(60_000);

describe('writing through a mirror', () => {
  let remote: GitRemote;
  let mirror: GitMirror;
  let base: string;

  beforeEach(async () => {
    remote = createGitRemote();
    base = remote.commit('feat: base', {
      'dev/cache.yaml': 'size: small\n',
      'staging/cache.yaml': 'size: medium\n# keep\nversion: "7.0"\n',
      'run.sh': 'echo\n',
    });
    mirror = await GitMirror.open({
      name: 'acme/infrastructure',
      url: remote.url,
      branch: 'main',
      directory: path.join(remote.directory, 'mirrors'),
      logger: mockServices.logger.mock(),
    });
    await mirror.fetch();
  });

  afterEach(async () => {
    await mirror.close();
    remote.cleanup();
  });

  const draft = (files: Record<string, string | undefined>, parent = base) => ({
    parent,
    message: 'feat: change\n\nPromoted-From: 0\n',
    author: MIRA,
    committer: MIRA,
    at: AT,
    files: new Map(Object.entries(files)),
  });

  it('writes exactly the named files, with the author, and nothing else', async () => {
    const { commit, tree } = await mirror.commitFiles(
      draft({
        'staging/cache.yaml': 'size: medium\n',
        '-n ew/$(x)\n.yaml': 'a: 1',
        'dev/cache.yaml': undefined,
      }),
    );
    await mirror.push({ branch: 'topic', expected: undefined, to: commit });

    expect(remote.head('topic')).toBe(commit);
    expect(remote.git('rev-parse', 'topic^{tree}')).toBe(tree);
    expect(
      remote.git('ls-tree', '-r', '-z', '--name-only', 'topic').split('\0'),
    ).toEqual(['-n ew/$(x)\n.yaml', 'run.sh', 'staging/cache.yaml', '']);
    expect(remote.read('-n ew/$(x)\n.yaml', 'topic')).toBe('a: 1');
    expect(remote.git('log', '-1', '--format=%an|%ae|%ct|%P|%s', 'topic')).toBe(
      `Mira Holt|mira.holt@acme.example|${
        AT.getTime() / 1000
      }|${base}|feat: change`,
    );
    expect((await mirror.branches()).get('topic')).toBe(commit);
  });

  it('makes the same commit of the same draft', async () => {
    const first = await mirror.commitFiles(draft({ a: '1' }));
    const again = await mirror.commitFiles(draft({ a: '1' }));
    expect(again).toEqual(first);
  });

  it('survives names that Git cannot hold', async () => {
    const { commit } = await mirror.commitFiles({
      ...draft({ a: '1' }),
      author: { name: ' <>\n', email: 'x>y\n@z' },
    });
    expect(await mirror.commit(commit)).toMatchObject({ author: 'unknown' });
  });

  it.each([
    ['../outside.yaml'],
    ['/etc/passwd'],
    ['a//b.yaml'],
    ['.git/hooks/post-update'],
    ['sub/.GIT/config'],
    ['staging'],
    ['run.sh/below.yaml'],
    ['link'],
    ['link/x.yaml'],
  ])('refuses to write %s', async file => {
    const work = path.join(remote.directory, 'work');
    symlinkSync('/tmp', path.join(work, 'link'));
    const parent = remote.commit('feat: a link', {});
    await mirror.fetch();
    await expect(
      mirror.commitFiles(draft({ [file]: 'x' }, parent)),
    ).rejects.toMatchObject({ code: 'unsafe' });
  });

  it('pushes only over what it has seen', async () => {
    const { commit } = await mirror.commitFiles(draft({ a: '1' }));
    const theirs = remote.commit('feat: theirs', { 'b.yaml': '1' });
    await expect(
      mirror.push({ branch: 'main', expected: base, to: commit }),
    ).rejects.toMatchObject({ code: 'moved' });
    await expect(
      mirror.push({ branch: 'main', expected: undefined, to: commit }),
    ).rejects.toMatchObject({ code: 'moved' });
    expect(remote.head()).toBe(theirs);
  });

  it('deletes a branch only where it was', async () => {
    const topic = remote.commit('x', { x: '1' }, { branch: 'topic' });
    await mirror.fetch();
    await expect(
      mirror.push({ branch: 'topic', expected: base, to: undefined }),
    ).rejects.toMatchObject({ code: 'moved' });
    await mirror.push({ branch: 'topic', expected: topic, to: undefined });
    expect(remote.git('branch', '--list', 'topic')).toBe('');
    expect((await mirror.branches()).has('topic')).toBe(false);
  });

  it.each(['../main', 'a..b', 'x.lock', '-d', 'a b', 'a:b', ''])(
    'refuses the branch name %p',
    async branch => {
      const { commit } = await mirror.commitFiles(draft({ a: '1' }));
      await expect(
        mirror.push({ branch, expected: undefined, to: commit }),
      ).rejects.toThrow();
      expect(remote.git('for-each-ref', '--format=%(refname)')).toBe(
        'refs/heads/main',
      );
    },
  );

  it('says when the remote declines', async () => {
    remote.git('config', 'receive.denyDeletes', 'true');
    const topic = remote.commit('x', { x: '1' }, { branch: 'topic' });
    await mirror.fetch();
    await expect(
      mirror.push({ branch: 'topic', expected: topic, to: undefined }),
    ).rejects.toMatchObject({ code: 'refused' });
  });

  it('merges two sides in a tree, or names the files that collide', async () => {
    const theirs = await mirror.commitFiles(
      draft({ 'staging/cache.yaml': 'size: medium\n# keep\nversion: "7.2"\n' }),
    );
    const elsewhere = remote.commit('feat: elsewhere', { 'b.yaml': '1\n' });
    await mirror.fetch();
    const clean = await mirror.mergeTree({
      ours: elsewhere,
      theirs: theirs.commit,
    });
    expect(clean.state).toBe('clean');
    const same = remote.commit('feat: same line', {
      'staging/cache.yaml': 'size: medium\n# keep\nversion: "7.1"\n',
    });
    await mirror.fetch();
    await expect(
      mirror.mergeTree({ ours: same, theirs: theirs.commit }),
    ).resolves.toEqual({ state: 'conflict', files: ['staging/cache.yaml'] });
  });
});
