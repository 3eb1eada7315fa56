import { directoryGlob, pathMatch, pathspec } from './globs';

type Row = [pattern: string, matching: string[], other: string[]];

describe('include and exclude of a directory source', () => {
  it.each<Row>([
    ['*.yaml', ['a.yaml', 'sub/a.yaml'], ['a.yml']],
    ['**/*.yaml', ['sub/a.yaml'], ['a.yaml']],
    ['sub/*', ['sub/a', 'sub/deep/b'], ['sub', 'other/a']],
    ['?.yaml', ['a.yaml', '/.yaml'], ['ab.yaml']],
    ['{*.yml,sub/*}', ['a.yml', 'sub/x'], ['a.yaml']],
    ['{a,b,}c', ['ac', 'bc', 'c'], ['abc']],
    ['{a,{b,c}}d', ['ad', 'bd', 'cd'], ['d']],
    ['[ab]x', ['ax', 'bx'], ['cx']],
    ['[!ab]x', ['cx'], ['ax']],
    ['[a-c]x', ['bx'], ['dx']],
    ['[a-c0]x', [], ['bx', '0x']],
    ['[^a]x', ['^x', 'ax'], ['bx']],
    ['[a', [], ['a', '[a']],
    ['{a,b', ['a', 'b'], ['{a,b']],
    ['a,b}', ['a,b}'], ['a']],
    ['a\\*', ['a*'], ['ab']],
    ['', [''], ['a']],
  ])('%s', (pattern, matching, other) => {
    const matches = directoryGlob(pattern);
    expect(matching.filter(text => !matches(text))).toEqual([]);
    expect(other.filter(matches)).toEqual([]);
  });
});

describe('directories of a git generator', () => {
  it.each<Row>([
    ['apps/*', ['apps/a'], ['apps', 'apps/a/b']],
    ['apps/**', ['apps/a'], ['apps/a/b']],
    ['*/*', ['a/b'], ['a']],
    ['apps/[^a]', ['apps/b'], ['apps/a']],
    ['apps/[a-]', [], ['apps/a', 'apps/-']],
    ['apps/{a,b}', ['apps/{a,b}'], ['apps/a']],
  ])('%s', (pattern, matching, other) => {
    const matches = pathMatch(pattern);
    expect(matching.filter(text => !matches(text))).toEqual([]);
    expect(other.filter(matches)).toEqual([]);
  });
});

describe('files of a git generator', () => {
  it.each<Row>([
    ['envs/*.yaml', ['envs/a.yaml', 'envs/a/b.yaml'], ['a.yaml']],
    ['**/config.json', ['a/config.json', 'a/b/config.json'], ['config.json']],
    ['envs', ['envs', 'envs/a'], ['envs2/a']],
    ['./envs/', ['envs/a'], ['a', 'envs']],
    ['a/b/../*.yaml', ['a/x.yaml', 'a/b/x.yaml'], ['x.yaml']],
    ['.', ['a', 'b/c'], []],
    ['', ['a', 'b/c'], []],
    [':!envs/*.yaml', ['a.yaml', 'envs/a'], ['envs/a.yaml']],
    [':/envs', ['envs/a'], ['a']],
    ['[[:alpha:][:digit:]]/x', ['a/x', '1/x'], ['-/x', '\u00e9/x']],
    ['[^a]/x', ['b/x'], ['a/x', '\u00e9/x']],
    ['envs/[]-a]', ['envs/]', 'envs/a'], ['envs/0']],
  ])('%s', (pattern, matching, other) => {
    const matches = pathspec(pattern)!;
    expect(matching.filter(text => !matches(text))).toEqual([]);
    expect(other.filter(matches)).toEqual([]);
  });
});

it.each(['/envs/*', '../envs', 'a/../../b'])(
  'refuses %s, which is outside of the repository',
  pattern => {
    expect(pathspec(pattern)).toBeUndefined();
  },
);

it('takes no longer than length times pattern', () => {
  const matches = directoryGlob(`${'*a'.repeat(30)}b`);
  const start = performance.now();
  expect(matches('a'.repeat(2000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(5000);
});
