import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository } from '../__testUtils__/gitRepository';
import { checkoutCommit } from './checkoutCommit';
import { readRepository } from './readRepository';

jest.setTimeout(60_000);

const FILE = 'environments/dev/cache.yaml';

describe('readRepository', () => {
  const io = { cwd: '/', out: () => {}, err: () => {} };
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
  });
  afterEach(() => repository.remove());

  it('takes a file that is no text for unreadable, never for empty', async () => {
    repository.commit('feat: dev', { [FILE]: 'kind: A' });
    writeFileSync(join(repository.folder, FILE), Buffer.from([0x6b, 0xff]));
    const working = await readRepository(io, repository.folder);
    repository.commit('feat: no text', {});
    const committed = await readRepository(io, repository.bare());
    for (const { tree } of [working, committed]) {
      expect(tree.file(FILE)).toMatchObject({
        text: '',
        unreadable: 'it is no UTF-8 text',
      });
      expect(tree.parse(FILE)?.reading.state).toBe('failed');
    }
  });

  it('passes over what is no file', async () => {
    repository.write({ [FILE]: 'kind: A' });
    const pipe = join(repository.folder, 'environments/dev/pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    const { tree } = await readRepository(io, repository.folder);
    expect(tree.paths).toEqual([FILE]);
  });

  it('says which commit is not there', async () => {
    const { folder } = repository;
    await expect(readRepository(io, folder, 'v1')).rejects.toThrow(
      `${folder} has no commit v1`,
    );
    await expect(readRepository(io, repository.bare())).rejects.toThrow(
      /\.git has no commit HEAD$/,
    );
  });

  it('writes files of a commit as they count from the folder', async () => {
    const commit = repository.commit('feat: dev', {
      [FILE]: 'kind: A',
      'other.yaml': '',
    });
    const target = mkdtempSync(join(tmpdir(), 'stagecraft-'));
    const tree = join(target, 'tree');
    mkdirSync(tree);
    const below = join(repository.folder, 'environments');
    await checkoutCommit(below, commit)(['dev/cache.yaml'], tree);
    expect(readFileSync(join(tree, 'dev/cache.yaml'), 'utf8')).toBe('kind: A');
    await expect(
      checkoutCommit(repository.bare(), commit)([FILE], tree),
    ).resolves.toBeUndefined();
    expect(readFileSync(join(tree, FILE), 'utf8')).toBe('kind: A');
    rmSync(target, { recursive: true });
  });
});
