import { map, parse, summary } from './__testUtils__/summary';

describe('parseManifests', () => {
  it.each<[string, string, string[], string[], string]>([
    ['one document', map('a'), ['a'], [], 'read'],
    [
      'several, empty ones and comments left out',
      `---\n# nothing\n---\n${map('a')}---\n---\n${map('b')}--- # c\n${map(
        'c',
      )}---`,
      ['a', 'b', 'c'],
      [],
      'read',
    ],
    [
      'CRLF',
      map('a', '---\n').replace(/\n/g, '\r\n') + map('b'),
      ['a', 'b'],
      [],
      'read',
    ],
    ['a byte order mark', `\ufeff${map('a')}`, ['a'], [], 'read'],
    ['only comments', '# a\n\n# b\n', [], [], 'read'],
    ['nothing', '', [], [], 'read'],
    ['no manifest', 'replicas: 3\n', [], [], 'ignored'],
    ['no manifest and no YAML', 'a: [\n', [], [], 'ignored'],
    [
      'text after a separator',
      `${map('a')}--- x\n${map('b')}`,
      ['a'],
      ['invalid-yaml:4'],
      'failed',
    ],
    [
      'a broken document between good ones',
      `${map('a')}---\n${map('b', ' c: [\n')}---\n${map('c')}`,
      ['a', 'c'],
      ['invalid-yaml:8'],
      'failed',
    ],
    [
      'a tab as indentation',
      'apiVersion: v1\nkind: A\nmetadata:\n\tname: a\n',
      [],
      ['invalid-yaml:4'],
      'failed',
    ],
    [
      'a duplicate key',
      'apiVersion: v1\nkind: A\nmetadata: {name: a}\nmetadata: {name: b}\n',
      ['b'],
      ['duplicate-key:4'],
      'read',
    ],
    [
      'a one letter boolean',
      map('a', 'data:\n  x: y\n'),
      ['a'],
      ['ambiguous-boolean:5'],
      'read',
    ],
    [
      'a name that is a boolean',
      map('on'),
      [''],
      ['unnamed-resource:3'],
      'read',
    ],
    ['a name that is octal', map('007'), [''], ['unnamed-resource:3'], 'read'],
    ['an invalid name', map('A_b'), ['A_b'], ['invalid-name:3'], 'read'],
    [
      'a name with a dot where none may be',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a.b}\n',
      ['a.b'],
      ['invalid-name:3'],
      'read',
    ],
    [
      'names of roles, which are freer',
      [':', '/']
        .map(
          mark =>
            `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: "A${mark}b"}\n`,
        )
        .join('---\n'),
      ['A:b', 'A/b'],
      ['invalid-name:7'],
      'read',
    ],
    [
      'an address, which is a name',
      'apiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: {name: "2001:db8::1"}\n',
      ['2001:db8::1'],
      [],
      'read',
    ],
    [
      'a flow mapping that ends where its key begins',
      `${map('a')}data: {\n  x: [\n  a\n],\n  z: "b\nc"\n}\n`,
      ['a'],
      [],
      'read',
    ],
    [
      'an invalid namespace',
      'apiVersion: v1\nkind: A\nmetadata:\n  name: a\n  namespace: 12\n',
      ['a'],
      ['invalid-namespace:5'],
      'read',
    ],
    [
      'an annotation that is no string',
      'apiVersion: v1\nkind: A\nmetadata:\n  name: a\n  annotations:\n    x: 1\n',
      ['a'],
      ['invalid-manifest:6'],
      'failed',
    ],
    [
      'metadata that is text',
      'apiVersion: v1\nkind: A\nmetadata: x\n',
      [''],
      ['invalid-manifest:3'],
      'failed',
    ],
    [
      'a list',
      'apiVersion: v1\nkind: List\nitems:\n  - kind: A\n    apiVersion: v1\n    metadata: {name: a}\n  - {kind: A, apiVersion: v1, metadata: {name: b}}\n',
      ['a', 'b'],
      [],
      'read',
    ],
    [
      'a list with an item that has no kind',
      'apiVersion: v1\nkind: List\nitems:\n  - {kind: A, apiVersion: v1, metadata: {name: a}}\n  - {metadata: {name: b}}\n',
      ['a'],
      ['invalid-manifest:5'],
      'failed',
    ],
    [
      'a null list',
      'apiVersion: v1\nkind: AList\nitems: null\n',
      [],
      [],
      'read',
    ],
    [
      'JSON text in YAML',
      '{"apiVersion":"v1","kind":"A","metadata":{"name":"a"}}\n{"apiVersion":"v1",\n"kind":"A","metadata":{"name":"b"}}',
      ['a', 'b'],
      [],
      'read',
    ],
    [
      'flow YAML',
      '{apiVersion: v1, kind: A, metadata: {name: a}}\n---\n{apiVersion: v1, kind: A, metadata: {name: b}}',
      ['a', 'b'],
      [],
      'read',
    ],
    [
      'no apiVersion',
      'kind: A\nmetadata: {name: a}\n',
      ['a'],
      ['missing-api-version:1'],
      'read',
    ],
    [
      'two slashes in the apiVersion',
      'apiVersion: a/b/c\nkind: A\nmetadata: {name: a}\n',
      [],
      ['invalid-manifest:1'],
      'failed',
    ],
    [
      'an unknown alias',
      map('a', 'data: {x: *no}\n'),
      [],
      ['invalid-yaml:4'],
      'failed',
    ],
    [
      'an infinity',
      map('a', 'data: {x: .inf}\n'),
      [],
      ['invalid-yaml:4'],
      'failed',
    ],
    [
      'a directive',
      `%YAML 1.1\n---\n${map('a')}`,
      ['a'],
      ['invalid-yaml:2'],
      'failed',
    ],
  ])('%s', (_title, text, names, codes, reading) => {
    expect(summary(text)).toEqual({ names, codes, reading });
  });

  it.each<[string, string, string[], string[], string]>([
    [
      'one object',
      '{"kind":"A","apiVersion":"v1","metadata":{"name":"a"}}',
      ['a'],
      [],
      'read',
    ],
    [
      'tabs',
      '{\n\t"kind":"A",\n\t"apiVersion":"v1",\n\t"metadata":{"name":"a"}}',
      ['a'],
      [],
      'read',
    ],
    [
      'two objects',
      '{"kind":"A","apiVersion":"v1","metadata":{"name":"a"}}\n{}',
      ['a'],
      ['several-objects:2'],
      'failed',
    ],
    [
      'a bracket too many, which Argo CD does not see',
      '{"kind":"A","apiVersion":"v1","metadata":{"name":"a"}}}',
      ['a'],
      [],
      'read',
    ],
    [
      'a number that no double holds',
      '{"a": 1e999}',
      [],
      ['invalid-yaml:1'],
      'failed',
    ],
    ['a comma too many', '{\n"a": 1,\n}', [], ['invalid-yaml:3'], 'failed'],
    ['no kind', '{"a": 1}', [], ['invalid-manifest:1'], 'failed'],
    ['nothing', '', [], ['invalid-yaml:1'], 'failed'],
    ['a list', '[]', [], ['invalid-manifest:1'], 'failed'],
  ])('JSON file: %s', (_title, text, names, codes, reading) => {
    expect(summary(text, 'a.json')).toEqual({ names, codes, reading });
  });

  it('names the place and the remedy of every problem', () => {
    const { problems } = parse(map('{{ .Release.Name }}'));
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        file: 'a.yaml',
        line: 3,
        column: expect.any(Number),
        document: 0,
        fix: expect.stringContaining('template'),
      }),
    ]);
  });

  it.each([
    ['data:\n  x: "a\n', 'Close the quote'],
    ['data:\n  x: @a\n', 'Quote the value'],
    ['data:\n  x: *.a.b\n', 'Quote the value'],
    ['data:\n  x: "\\d"\n', 'backslash'],
    ['data:\n  x: a: b\n', 'Quote the value'],
    ['data:\n\tx: a\n', 'Indent with spaces'],
    ['<<<<<<< HEAD\ndata: {}\n', 'Resolve the Git conflict'],
    ['--- x\n', 'line after'],
    ['data: [a\n', 'Correct the YAML'],
  ])('knows what to do about %j', (extra, remedy) => {
    const [problem] = parse(map('a', extra)).problems;
    expect(problem.fix).toContain(remedy);
  });
});
