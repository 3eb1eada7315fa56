import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepository } from '../__testUtils__/gitRepository';
import { readRepository } from './readRepository';

jest.setTimeout(60_000);

const FILE = 'environments/dev/cache.yaml';

describe('readRepository', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
  });
  afterEach(() => repository.remove());

  it('takes a file that is no text for unreadable, never for empty', async () => {
    repository.commit('feat: dev', { [FILE]: 'kind: A' });
    writeFileSync(join(repository.folder, FILE), Buffer.from([0x6b, 0xff]));
    const io = { cwd: '/', out: () => {}, err: () => {} };
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
});
