import { join, resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { git } from './git';
import { SandboxRepository } from './SandboxRepository';

const EXAMPLE = resolve(
  __dirname,
  '../../../../examples/infrastructure-gitops',
);

jest.setTimeout(30_000);

describe('SandboxRepository', () => {
  const directory = createMockDirectory();
  const now = new Date('2026-11-23T12:00:00Z');

  async function log(repository: SandboxRepository, format: string) {
    const output = await git(repository.path, [
      'log',
      '--reverse',
      `--format=${format}`,
      'main',
    ]);
    return output.toString('utf8').trim();
  }

  it('lays the example with its authors, ages and references', async () => {
    const repository = await SandboxRepository.create({
      directory: directory.path,
      example: EXAMPLE,
      now,
    });
    const lines = (await log(repository, '%H|%an|%aI|%s')).split('\n');
    expect(lines.length).toBeGreaterThan(8);
    expect(new Set(lines.map(line => line.split('|')[1])).size).toBeGreaterThan(
      2,
    );
    const last = new Date(lines[lines.length - 1].split('|')[2]);
    expect((now.getTime() - last.getTime()) / 86_400_000).toBeLessThan(7);
    const ids = lines.map(line => line.split('|')[0]);
    const promoted = (await log(repository, '%B')).match(/Promoted-From: \S+/g);
    expect(promoted?.length).toBeGreaterThan(2);
    for (const trailer of promoted ?? []) {
      expect(ids).toContain(trailer.split(' ')[1]);
    }
    const tree = (
      await git(repository.path, ['ls-tree', '-r', '--name-only', 'main'])
    ).toString('utf8');
    const diff = await git(repository.path, ['ls-tree', '-r', 'main']);
    expect(tree).toContain('platform-core/xrds/xrediscaches.yaml');
    expect(diff.length).toBeGreaterThan(0);
  });

  it('has the final tree of the example at its head', async () => {
    const repository = await SandboxRepository.create({
      directory: directory.path,
      example: EXAMPLE,
      now,
    });
    const hash = (
      await git(repository.path, [
        'hash-object',
        join(
          EXAMPLE,
          'environments/production/infrastructure/redis-cache.yaml',
        ),
      ])
    )
      .toString('utf8')
      .trim();
    const files = await repository.files((await repository.head()) as string);
    expect(
      files.find(file =>
        file.path.endsWith('production/infrastructure/redis-cache.yaml'),
      )?.blob,
    ).toBe(hash);
  });

  it('commits on top of what others pushed, and says so', async () => {
    const repository = await SandboxRepository.create({
      directory: directory.path,
      example: EXAMPLE,
      now,
    });
    const before = await repository.head();
    const pushed = new Promise<string>(done => {
      const stop = repository.onPush(head => {
        stop();
        done(head);
      });
    });
    await new Promise(done => setTimeout(done, 100));
    const id = await repository.commit({
      message: 'chore: a note',
      author: { name: 'Lea Brandt', email: 'lea.brandt@acme.example' },
      time: now,
      files: new Map([
        ['notes/über.md', 'hello\n'],
        ['README.md', undefined],
      ]),
    });
    expect(await pushed).toBe(id);
    expect(await repository.readFile('notes/über.md')).toBe('hello\n');
    expect(await repository.readFile('README.md')).toBeUndefined();
    expect(await log(repository, '%P')).toContain(before);
  });

  it('keeps the repository of the last start when asked to', async () => {
    const options = { directory: directory.path, example: EXAMPLE, now };
    const first = await SandboxRepository.create(options);
    await first.commit({
      message: 'one more',
      author: { name: 'A', email: 'a@acme.example' },
      time: now,
      files: new Map([['x', 'y']]),
    });
    const head = await first.head();
    const kept = await SandboxRepository.create({ ...options, keep: true });
    expect(await kept.head()).toBe(head);
    const anew = await SandboxRepository.create(options);
    expect(await anew.head()).not.toBe(head);
  });
});
