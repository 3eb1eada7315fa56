import { configMap, readWeb as web } from '../testing/layoutRepository';

const A = { 'web/a.yaml': configMap('a') };

describe('links', () => {
  it.each<[string, string, Record<string, string>, string[], string[]]>([
    [
      'a source path that is a link',
      'path: link',
      { link: 'web' },
      [],
      ['invalid-path link'],
    ],
    [
      'a source path through a link',
      'path: link/in',
      { link: 'web' },
      ['b link/in/b.yaml'],
      [],
    ],
    [
      'a dangling source path',
      'path: link',
      { link: 'no' },
      [],
      ['path-not-found link'],
    ],
    [
      'a chain of links',
      'path: web',
      { 'web/x.yaml': 'y.yaml', 'web/y.yaml': '../other/c.yaml' },
      ['a web/a.yaml', 'c web/x.yaml', 'c web/y.yaml'],
      ['not-recursed web', 'repeated-resource /ConfigMap/demo/c'],
    ],
    [
      'a loop of links',
      'path: web',
      { 'web/x.yaml': 'y.yaml', 'web/y.yaml': 'x.yaml' },
      [],
      ['invalid-manifest web/x.yaml'],
    ],
    [
      'a link that goes out and back',
      'path: web',
      { 'web/x.yaml': '../../repo/a.yaml' },
      [],
      ['symlink-outside web/x.yaml'],
    ],
    [
      'an absolute link',
      'path: web',
      { 'z/x': '/etc/passwd' },
      [],
      ['symlink-outside z/x'],
    ],
  ])('%s', (_title, source, symlinks, read, problems) => {
    const files = {
      ...A,
      'web/in/b.yaml': configMap('b'),
      'other/c.yaml': configMap('c'),
    };
    const result = web(files, source, symlinks);
    const last = read.filter(
      (line, at) => read.findIndex((l, i) => i > at && l[0] === line[0]) < 0,
    );
    expect(result).toEqual({ read: last, problems });
  });
});
