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

  it('asks jq what only jq knows', async () => {
    const settings = (data: object) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a' },
      data,
    });
    const ignoring = (expression: string) => ({
      id: expression,
      desired: settings({ 'a-1': 'x', b: 'x' }),
      live: settings({ 'a-1': 'y', b: 'x' }),
      context: {
        ignoreDifferences: [
          { kind: 'ConfigMap', jqPathExpressions: [expression] },
        ],
      },
      expect: { drifted: false, paths: [] },
    });
    const starts = (prefix: string) =>
      `.data[(.data | keys[] | select(startswith("${prefix}")))]`;
    write(
      'cases.yaml',
      JSON.stringify([ignoring(starts('a')), ignoring(starts('b'))]),
    );
    const { out } = await run(folder, 'cases', 'cases.yaml');
    expect(out).toContain('paths: [data.a-1], expected []');
    expect(out).toMatch(/1 passed, 1 failed\n$/);
  });

  it('shows what differs and exits with 1', async () => {
    write('cases.yaml', JSON.stringify([PASSES, FAILS]));
    const { code, out } = await run(folder, 'cases', 'cases.yaml');
    expect(code).toBe(1);
    expect(out).toBe(
      'FAIL cases.yaml health-2 cannot be\n' +
        '     status: expected Degraded, found Healthy (The object exists)\n' +
        '1 passed, 1 failed\n',
    );
  });

  it('adds up several files, also for programs', async () => {
    write('a.yaml', JSON.stringify([PASSES]));
    write('b.yaml', `# a comment\n- ${JSON.stringify(FAILS)}\n`);
    const { code, out, err } = await run(
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
      failures: [{ file: 'b.yaml', line: 2, id: 'health-2' }],
    });
    expect(err).toBe('1 passed, 1 failed\n');
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

  it('tells the kind of each case, by its neighbours if need be', async () => {
    const bare = { id: 'bare', expect: {} };
    const drift = {
      id: 'd',
      live: null,
      expect: { drifted: false, paths: [] },
    };
    write('cases.yaml', JSON.stringify([bare, PASSES, drift]));
    const { out } = await run(folder, 'cases', 'cases.yaml');
    expect(out).toContain('FAIL cases.yaml bare\n     status: expected');
    expect(out).toMatch(/\n2 passed, 1 failed\n$/);
    const { out: forced } = await run(
      folder,
      ...['cases', 'cases.yaml', '--kind', 'gates'],
    );
    expect(forced).toMatch(/the case has no input\n0 passed, 3 failed\n$/);
  });

  it('reads the definitions of a gates file that is a mapping', async () => {
    const xrd = {
      apiVersion: 'apiextensions.crossplane.io/v1',
      kind: 'CompositeResourceDefinition',
      metadata: { name: 'xthings.example.org' },
    };
    const item = {
      id: 'g',
      input: { to: 'dev', rules: { exists: {} }, xrds: ['x'] },
      expect: { decision: 'allow' },
    };
    const text = `codes: {}\nxrds:\n  x: ${JSON.stringify(xrd)}\ncases:\n`;
    write('gates.yaml', `${text}- ${JSON.stringify(item)}\n`);
    const { out } = await run(folder, 'cases', 'gates.yaml');
    expect(out).toBe('1 passed, 0 failed\n');
  });

  it('a layout file of one case without a list is a case', async () => {
    write('one.yaml', 'id: l\nfiles: {}\nexpect: {}\n');
    const { out } = await run(folder, 'cases', 'one.yaml');
    expect(out).toBe('1 passed, 0 failed\n');
  });

  it('a case that cannot be run has failed, the others run on', async () => {
    const cases = [{ id: 'x', input: 1 }, { id: 'y', commits: 2 }, PASSES];
    write('cases.yaml', JSON.stringify(cases));
    const { code, out } = await run(folder, 'cases', 'cases.yaml');
    expect(code).toBe(1);
    expect(out).toContain('threw TypeError: commits.map');
    expect(out).toMatch(/\n1 passed, 2 failed\n$/);
  });

  it('a case that cannot be read has failed at its line', async () => {
    const good = `- ${JSON.stringify(PASSES)}\n`;
    write('cases.yaml', `# x\n${good}- {"id": "b", oops]\n${good}- 7\n`);
    const { code, out } = await run(folder, 'cases', 'cases.yaml');
    expect(code).toBe(1);
    expect(out).toContain('FAIL cases.yaml:3 case 2\n     The case cannot be');
    expect(out).toContain('FAIL cases.yaml:5 case 4\n     The case cannot be');
    expect(out).toMatch(/\n2 passed, 2 failed\n$/);
  });

  it.each([
    ['no such file', 'missing.yaml', 'ENOENT'],
    ['a folder', '.', 'EISDIR'],
    ['unreadable', 'broken.yaml', 'It cannot be read'],
    ['nothing in it', 'empty.yaml', 'It has no cases.'],
    ['of a kind that nobody knows', 'odd.yaml', 'say --kind'],
  ])('%s: a failure, and the other files are run', async (_, file, words) => {
    write('broken.yaml', 'a: [');
    write('empty.yaml', '[]');
    write('odd.yaml', '[{"a": 1}]');
    write('good.yaml', JSON.stringify([PASSES]));
    const { code, out } = await run(folder, 'cases', file, 'good.yaml');
    expect(code).toBe(1);
    expect(out).toContain(`FAIL ${file}`);
    expect(out).toContain(words);
    expect(out).toMatch(/\n1 passed, 1 failed\n$/);
  });

  it('asks for a file', async () => {
    const { code, err } = await run(folder, 'cases');
    expect(code).toBe(2);
    expect(err).toContain('Not enough');
  });

  it('runs a file of 5 MB', async () => {
    const lines = (count: number) =>
      `- ${JSON.stringify({ ...PASSES, note: 'x'.repeat(2000) })}\n`.repeat(
        count,
      );
    write('big.yaml', lines(2500));
    const { out } = await run(folder, 'cases', 'big.yaml');
    expect(out).toBe('2500 passed, 0 failed\n');
  });
});
