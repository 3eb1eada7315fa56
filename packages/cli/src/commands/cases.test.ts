import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../__testUtils__/run';

const PASSES = {
  id: 'health-1',
  title: 'exists',
  object: { apiVersion: 'v1', kind: 'ConfigMap' },
  expect: { status: 'Healthy' },
};
const FAILS = {
  ...PASSES,
  id: 'health-2',
  title: 'cannot be',
  expect: { status: 'Degraded' },
};

describe('stagecraft cases', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stagecraft-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) =>
    writeFileSync(join(folder, name), text);

  it.each([
    ['a list', JSON.stringify([PASSES, PASSES])],
    ['a mapping', JSON.stringify({ note: 'x', cases: [PASSES, PASSES] })],
    [
      'one case a line',
      `# a comment\n- ${JSON.stringify(PASSES)}\n- ${JSON.stringify(PASSES)}\n`,
    ],
    [
      'YAML',
      `# a comment\n- id: a\n  object: {kind: ConfigMap, apiVersion: v1}\n  expect: {status: Healthy}\n- id: b\n  object: null\n  read: notFound\n  expect:\n    status: Missing\n`,
    ],
  ])('reads %s', async (_, text) => {
    write('cases.yaml', text);
    expect(await run(folder, 'cases', 'cases.yaml')).toEqual({
      code: 0,
      out: '2 passed, 0 failed\n',
      err: '',
    });
  });

  it('shows what differs and exits with 1', async () => {
    write('cases.yaml', JSON.stringify([PASSES, FAILS]));
    const { code, out } = await run(folder, 'cases', 'cases.yaml');
    expect(code).toBe(1);
    expect(out).toBe(
      'FAIL health-2 cannot be\n' +
        '     status: expected Degraded, found Healthy (The object exists)\n' +
        '1 passed, 1 failed\n',
    );
  });

  it('adds up several files, also for programs', async () => {
    write('a.yaml', JSON.stringify([PASSES]));
    write('b.yaml', JSON.stringify([FAILS]));
    const { code, out } = await run(
      folder,
      'cases',
      'a.yaml',
      'b.yaml',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      passed: 1,
      failed: 1,
      failures: [{ file: 'b.yaml', id: 'health-2' }],
    });
  });

  it('runs every kind, told by its fields', async () => {
    write(
      'promotion.yaml',
      JSON.stringify([
        {
          id: 'promo',
          base: 'a: 1\n',
          source_now: 'a: 2\n',
          target: 'a: 1 # ours\n',
          expect: { merged: 'a: 2 # ours\n' },
        },
      ]),
    );
    write(
      'gates.yaml',
      JSON.stringify([
        {
          id: 'gate',
          input: { to: 'dev', rules: { exists: {} } },
          expect: { exists: { verdict: 'pass' }, decision: 'allow' },
        },
      ]),
    );
    const { out } = await run(folder, 'cases', 'promotion.yaml', 'gates.yaml');
    expect(out).toBe('2 passed, 0 failed\n');
  });

  it('shows texts that differ as a patch', async () => {
    write(
      'promotion.yaml',
      JSON.stringify([
        {
          id: 'promo',
          base: 'a: 1\n',
          source_now: 'a: 2\n',
          target: 'a: 1\n',
          expect: { merged: 'a: 3\n' },
        },
      ]),
    );
    const { out } = await run(folder, 'cases', 'promotion.yaml');
    expect(out).toContain('--- expected\n       +++ found\n');
    expect(out).toContain('       -a: 3\n       +a: 2\n');
  });

  it('a case that cannot be run has failed, the others run on', async () => {
    write(
      'cases.yaml',
      JSON.stringify([
        { id: 'x', input: 1 },
        { id: 'y', input: 2 },
      ]),
    );
    const { code, out } = await run(
      folder,
      'cases',
      'cases.yaml',
      '--kind',
      'drift',
    );
    expect(code).toBe(1);
    expect(out).toContain('0 passed, 2 failed');
  });

  it.each([
    ['no such file', ['missing.yaml'], 'cannot be read'],
    ['unreadable', ['broken.yaml'], 'cannot be read'],
    ['nothing in it', ['empty.yaml'], 'has no cases'],
    ['of a kind that nobody knows', ['odd.yaml'], 'say --kind'],
    ['no file at all', [], 'Not enough'],
  ])('%s: exits with 2', async (_, files, words) => {
    write('broken.yaml', '- [');
    write('empty.yaml', '[]');
    write('odd.yaml', '[{"a": 1}]');
    const { code, err } = await run(folder, 'cases', ...files);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
