import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { createGitRemote, GitRemote } from '../__testUtils__/gitRemote';
import { GitMirror } from './GitMirror';
import { MirrorChange } from './types';

const HOSTILE_NAMES = [
  '-rf.yaml',
  '--output=x.yaml',
  'with space and "quotes".yaml',
  'line\nbreak.yaml',
  'tab\there.yaml',
  ':(glob)*.yaml',
  'ünïcode-日本.yaml',
  '$(touch owned).yaml',
  'deep/er/a.yaml',
];

describe('GitMirror', () => {
  let remote: GitRemote;
  let mirror: GitMirror;

  async function open(url = remote.url, branch = 'main') {
    mirror = await GitMirror.open({
      name: 'acme/infrastructure',
      url,
      branch,
      directory: path.join(remote.directory, 'mirrors'),
      logger: mockServices.logger.mock(),
    });
    return mirror;
  }

  beforeEach(() => {
    remote = createGitRemote();
  });

  afterEach(async () => {
    await mirror.close();
    remote.cleanup();
  });

  async function texts(commit: string): Promise<Record<string, string>> {
    const entries = await mirror.readTree(commit);
    const blobs = await mirror.readBlobs(entries.map(entry => entry.oid));
    return Object.fromEntries(
      entries.map(entry => [entry.path, blobs.get(entry.oid) ?? '(none)']),
    );
  }

  it('reads trees and contents, whatever the files are called', async () => {
    const files = Object.fromEntries(
      HOSTILE_NAMES.map((name, index) => [name, `value: ${index}\n`]),
    );
    const head = remote.commit('feat: all sorts of names', files);
    await open();

    await expect(mirror.fetch()).resolves.toEqual({ head, changed: true });
    await expect(mirror.fetch()).resolves.toEqual({ head, changed: false });

    await expect(texts(head)).resolves.toEqual(files);
  });

  it('says of a link where it leads, and of a blob why it has no text', async () => {
    remote.commit('feat: base', { 'a.yaml': 'a: 1\n' });
    const work = path.join(remote.directory, 'work');
    symlinkSync('../outside', path.join(work, 'link'));
    writeFileSync(path.join(work, 'binary'), Buffer.from([0xff, 0xfe, 0x00]));
    writeFileSync(path.join(work, 'large.yaml'), 'x'.repeat(11 * 1024 * 1024));
    const head = remote.commit('feat: odd ones', {});
    await open();
    await mirror.fetch();

    const entries = await mirror.readTree(head);
    const byPath = new Map(entries.map(entry => [entry.path, entry]));
    expect(byPath.get('link')).toMatchObject({ symlinkTarget: '../outside' });

    const contents = await mirror.readBlobContents([
      ...entries.map(entry => entry.oid),
      '0123456789012345678901234567890123456789',
      '--help',
    ]);
    const stateOf = (file: string) =>
      contents.get(byPath.get(file)?.oid ?? '')?.state;
    expect(stateOf('a.yaml')).toBe('read');
    expect(stateOf('binary')).toBe('notText');
    expect(stateOf('large.yaml')).toBe('tooLarge');
    expect(contents.get('0123456789012345678901234567890123456789')).toEqual({
      state: 'missing',
    });
    expect(contents.get('--help')).toEqual({ state: 'missing' });
  });

  it('tells the history oldest first, and only adds to it after a push', async () => {
    const first = remote.commit('feat: one\n\nwith a body\n:100644 tricky', {
      'a.yaml': 'a: 1\n',
      'b.yaml': 'b: 1\n',
    });
    const second = remote.commit(
      'fix: two',
      { 'a.yaml': 'a: 2\n', 'b.yaml': undefined },
      { author: 'Lea Brandt' },
    );
    await open();
    await mirror.fetch();

    const history = await mirror.history();
    expect(history.map(commit => commit.id)).toEqual([first, second]);
    expect(history[0].message).toBe('feat: one\n\nwith a body\n:100644 tricky');
    expect(history[1]).toMatchObject({
      author: 'Lea Brandt',
      email: 'lea.brandt@acme.example',
      parents: [first],
    });
    const changes = Object.fromEntries(
      history[1].changes.map(change => [change.path, change]),
    );
    expect(changes['a.yaml'].oldOid).toBe(
      history[0].changes.find(change => change.path === 'a.yaml')?.oid,
    );
    expect(changes['a.yaml'].oid).toBeDefined();
    expect(changes['b.yaml'].oid).toBeUndefined();

    const third = remote.commit('feat: three', { 'c.yaml': 'c: 1\n' });
    await mirror.fetch();
    const grown = await mirror.history();
    expect(grown.map(commit => commit.id)).toEqual([first, second, third]);
    expect(grown[1]).toBe(history[1]);
    await expect(mirror.history({ limit: 1 })).resolves.toHaveLength(1);
  });

  it('shows a merge as one commit with what it brought', async () => {
    const base = remote.commit('feat: one', { 'a.yaml': 'a: 1\n' });
    const branch = remote.commit(
      'feat: on a branch',
      { 'b.yaml': 'b: 1\n' },
      { branch: 'topic' },
    );
    await open();
    await mirror.fetch();
    const tree = await mirror.treeOf(branch);
    const merge = remote.git(
      'commit-tree',
      tree,
      '-p',
      base,
      '-p',
      branch,
      '-m',
      'Merge topic',
    );
    remote.git('update-ref', 'refs/heads/main', merge);
    await mirror.fetch();
    const history = await mirror.history();
    expect(history.map(commit => commit.message)).toEqual([
      'feat: one',
      'Merge topic',
    ]);
    expect(history[1].changes.map(change => change.path)).toEqual(['b.yaml']);
  });

  it('starts the history anew after a forced push', async () => {
    const first = remote.commit('feat: one', { 'a.yaml': 'a: 1\n' });
    remote.commit('feat: two', { 'a.yaml': 'a: 2\n' });
    await open();
    await mirror.fetch();
    await mirror.history();
    remote.git('update-ref', 'refs/heads/main', first);
    const other = remote.commit('feat: other two', { 'a.yaml': 'a: 3\n' });
    await mirror.fetch();
    expect((await mirror.history()).map(commit => commit.id)).toEqual([
      first,
      other,
    ]);
  });

  it('notices a push to a path', async () => {
    remote.commit('feat: one', { 'a.yaml': 'a: 1\n' });
    await open();
    await mirror.fetch();
    mirror.watch();
    // The watcher takes its first look before the push.
    await new Promise(resolve => setTimeout(resolve, 100));
    const noticed = new Promise<MirrorChange>(resolve =>
      mirror.onChange(resolve),
    );
    const head = remote.commit('feat: two', { 'a.yaml': 'a: 2\n' });
    await expect(noticed).resolves.toEqual({
      head,
      headChanged: true,
      branchesChanged: true,
    });
  });

  it('lets go of branches that are gone, also packed ones', async () => {
    remote.commit('feat: one', { 'a.yaml': 'a: 1\n' });
    remote.commit('feat: t', { 'b.yaml': '' }, { branch: 'topic/deep' });
    await open();
    await mirror.fetch();
    expect([...(await mirror.branches()).keys()].sort()).toEqual([
      'main',
      'topic/deep',
    ]);
    remote.git('pack-refs', '--all');
    remote.git('branch', '-D', 'topic/deep');
    await mirror.fetch();
    expect([...(await mirror.branches()).keys()]).toEqual(['main']);
  });

  it.each([
    ['no such place', 'notARepository', (r: GitRemote) => `${r.directory}/no`],
    ['no repository there', 'notARepository', (r: GitRemote) => r.directory],
    ['a dead host', 'unreachable', () => 'http://127.0.0.1:9/x.git'],
    ['an option', 'unsafe', () => '--upload-pack=touch owned'],
  ])('%s: says %s', async (_title, code, url) => {
    await open(url(remote));
    await expect(mirror.fetch()).rejects.toMatchObject({ code });
    expect(mirror.state()).toMatchObject({
      state: 'unreadable',
      error: { code },
    });
    expect(mirror.head()).toBeUndefined();
  });

  it('names the branches there are when the configured one is missing', async () => {
    remote.commit('feat: one', { 'a.yaml': 'a: 1\n' });
    await open(remote.url, 'trunk');
    await expect(mirror.fetch()).rejects.toThrow(
      'acme/infrastructure has no branch trunk; it has main',
    );
  });

  it('keeps what it read while the remote is away, also over a restart', async () => {
    const head = remote.commit('feat: one', { 'a.yaml': 'a: 1\n' });
    await open();
    await mirror.fetch();
    const gone = `${remote.url}.gone`;
    renameSync(remote.url, gone);
    await expect(mirror.fetch()).rejects.toMatchObject({
      code: 'notARepository',
    });
    expect(mirror.state()).toMatchObject({ state: 'unreadable', head });
    await mirror.close();

    await open();
    await expect(mirror.fetch()).rejects.toThrow('acme/infrastructure');
    expect(mirror.head()).toBe(head);
    await expect(texts(head)).resolves.toEqual({ 'a.yaml': 'a: 1\n' });
    renameSync(gone, remote.url);
    await mirror.fetch();
    expect(mirror.state()).toMatchObject({ state: 'read', head });
  });
});
