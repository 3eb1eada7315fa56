import { mergeFile } from './mergeFile';
import { MergeOptions } from './types';

type Case = [
  title: string,
  texts: [base: string, source: string, target: string],
  merged: string,
  conflicts?: string[],
  options?: MergeOptions,
];

const CASES: Case[] = [
  [
    'nothing of the target stays but something comes',
    ['a: 1\n', 'n: 1\nm: 2\n', '# head\na: 1\n'],
    '# head\nn: 1\nm: 2\n',
  ],
  [
    'a new key takes the comment lines at it, not those of its neighbours',
    [
      'a:\n  b: 1\n',
      'a:\n  b: 1\n  # c\n  c:\n    d: 1 # e\n\n    f: 2\n    # of c\n  # of a\nz: 1\n',
      'a:\n  b: 1\n',
    ],
    'a:\n  b: 1\n  # c\n  c:\n    d: 1 # e\n\n    f: 2\n    # of c\nz: 1\n',
  ],
  [
    'a new first key stands before the comment of what follows',
    ['s:\n  a: 1\n', 's:\n  # z\n  z: 0\n  a: 1\n', 's:\n  # a\n  a: 1\n'],
    's:\n  # z\n  z: 0\n  # a\n  a: 1\n',
  ],
  [
    'the head of a file is no comment of its first key',
    ['a: 1\nb: 1\n', '# dev\nz: 0\na: 1\nb: 1\n', '# staging\na: 1\nb: 1\n'],
    '# staging\nz: 0\na: 1\nb: 1\n',
  ],
  [
    'a new item comes after its predecessor with its comment',
    [
      'c:\n- name: a\n  v: 1\n',
      'c:\n- name: a\n  v: 1\n# side\n- name: b # b\n  v: 2\n',
      'c:\n    - name: x\n    - name: a\n      v: 1\n      own: 1\n    - name: t\n',
    ],
    'c:\n    - name: x\n    - name: a\n      v: 1\n      own: 1\n    # side\n    - name: b # b\n      v: 2\n    - name: t\n',
  ],
  [
    'a removed item goes with its comment',
    [
      'c:\n- name: a\n- name: b\n',
      'c:\n- name: a\n',
      'c:\n- name: a\n# about b\n- name: b\n- name: t\n',
    ],
    'c:\n- name: a\n- name: t\n',
  ],
  [
    'an item that the source removed and the target changed',
    [
      'c:\n- name: a\n- name: b\n  v: 1\n',
      'c:\n- name: a\n',
      'c:\n- name: a\n- name: b\n  v: 2\n',
    ],
    'c:\n- name: a\n- name: b\n  v: 2\n',
    ['c[name=b]'],
  ],
  [
    'the order of a keyed list is no change',
    [
      'c:\n- name: a\n- name: b\n',
      'c:\n- name: b\n- name: a\n',
      'c:\n- name: a\n- name: b\n',
    ],
    'c:\n- name: a\n- name: b\n',
  ],
  [
    'a set of scalars, as the built-in table knows it',
    [
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p, finalizers: [a, b]}\n',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p, finalizers: [a, c]}\n',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p, finalizers: [t, b, a]}\n',
    ],
    'apiVersion: v1\nkind: Pod\nmetadata: {name: p, finalizers: [t, a, c]}\n',
  ],
  [
    'a list that the type says is atomic is never matched by guessed keys',
    [
      'apiVersion: v1\nkind: Pod\nspec:\n  tolerations: [{key: a, value: x}]\n',
      'apiVersion: v1\nkind: Pod\nspec:\n  tolerations: [{key: a, value: y}]\n',
      'apiVersion: v1\nkind: Pod\nspec:\n  tolerations: [{key: a, value: x}, {key: b}]\n',
    ],
    'apiVersion: v1\nkind: Pod\nspec:\n  tolerations: [{key: a, value: x}, {key: b}]\n',
    ['spec.tolerations'],
  ],
  [
    'a plain string takes the quotes of the target',
    ['v: abc\nw: abc\n', "v: it's\nw: def\n", 'v: \'abc\' # c\nw: "abc"\n'],
    "v: 'it''s' # c\nw: \"def\"\n",
  ],
  [
    'numbers keep the spelling of the source',
    ['v: 0644\nf: 1.50\n', 'v: 0755\nf: 1.750\n', 'v: 0644 # mode\nf: 1.5\n'],
    'v: 0755 # mode\nf: 1.750\n',
  ],
  [
    'integers beyond a double keep their digits',
    [
      'a: 12345678901234567890\n',
      'a: 12345678901234567891\n',
      'a: 12345678901234567890 # n\n',
    ],
    'a: 12345678901234567891 # n\n',
  ],
  [
    'to nothing and from nothing',
    ['s:\n  o: x\n  p:\n', 's:\n  o:\n  p: y\n', 's:\n  o: x # c\n  p: # d\n'],
    's:\n  o: # c\n  p: y # d\n',
  ],
  [
    'a mapping becomes a scalar, a scalar a list',
    [
      's:\n  m:\n    size: 1\na: 1\n',
      's:\n  m: 5\na:\n- x\n- y\n',
      's:\n  m:\n    # c\n    size: 1 # d\na: 1 # q\n',
    ],
    's:\n  m: 5\na: # q\n- x\n- y\n',
  ],
  [
    'what is emptied',
    [
      's:\n  a: 1\nr:\n- a\nf: {x: 1, y: [1]}\n',
      's: {}\nr: []\nf: {y: []}\n',
      's:\n  a: 1\nr:\n  - a # x\nf: { x: 1, y: [1] }\n',
    ],
    's: {}\nr: []\nf: { y: [] }\n',
  ],
  [
    'brackets stay brackets',
    [
      'r: {}\nl: []\nm: {a: 1}\n',
      'r:\n  l:\n    cpu: 1\nl:\n- a\n- b, c\nm:\n  z: "0"\n  a: 1\n',
      'r: {}\nl: [] # none\nm: { a: 1 }\n',
    ],
    'r: {l: {cpu: 1}}\nl: [a, "b, c"] # none\nm: { z: "0", a: 1 }\n',
  ],
  [
    'brackets over several lines',
    [
      'l: {a: 1, b: 1}\n',
      'l: {a: 1, c: 2}\n',
      'l: {\n    a: 1, # one\n    b: 1,\n  }\n',
    ],
    'l: {\n    a: 1,\n    c: 2,\n  }\n',
  ],
  [
    'JSON stays JSON',
    [
      '{"a": 1, "l": [1]}\n',
      'a: on\nl: [1, 2]\nm:\n  x: text # t\n',
      '{\n  "a": 1,\n  "l": [\n    1\n  ]\n}\n',
    ],
    '{\n  "a": true,\n  "l": [\n    1,\n    2\n  ],\n  "m": {"x": "text"}\n}\n',
  ],
  [
    'lists in lists and the first key of an item',
    [
      'm:\n- - a\n  - b\nn:\n- a: 1\n  b: 1\n- x\n',
      'm:\n- - a\n  - c\nn:\n- z: 0\n  b: 1\n- x\n',
      'm:\n- - a # 1\n  - b # 2\nn:\n- a: 1\n  b: 1 # stays\n- x\n',
    ],
    'm:\n- - a # 1\n  - c # 2\nn:\n- z: 0\n  b: 1 # stays\n- x\n',
  ],
  [
    'block scalars come, go and change their chomping',
    [
      'a: short\nb: |\n  x\nc: |-\n  x\n',
      'a: |\n  x\n  y\nb: short\nc: |+\n  x\n\n',
      'a: short # c\nb: |\n  x\nc: |-\n  x\n',
    ],
    'a: | # c\n  x\n  y\nb: short\nc: |+\n  x\n\n',
  ],
  [
    'folded lines take the indentation of the target',
    [
      'a: >\n  x y\n  z\n',
      'a: >\n  x y\n  w\n',
      'b: 1\na: >\n    x y\n    z\n',
    ],
    'b: 1\na: >\n    x y\n    w\n',
  ],
  [
    'line breaks of the target, whatever the source has',
    [
      'a: 1\nb: 1\n',
      'a: 2\nb: 1\nc:\n  d: |\n    x\n    y\n',
      'a: 1\r\nb: 1 # x\r\n',
    ],
    'a: 2\r\nb: 1 # x\r\nc:\r\n  d: |\r\n    x\r\n    y\r\n',
  ],
  [
    'no line break at the end stays none when lines come and go',
    ['a: 1\nb: 1', 'a: 1\nc: 2', 'a: 1\nb: 1'],
    'a: 1\nc: 2',
  ],
  [
    'anchors are edited, aliases follow',
    [
      'd: &d\n  a: 1\nx:\n  <<: *d\n  c: 1\ny: *d\n',
      'd: &d\n  a: 2\nx:\n  <<: *d\n  c: 2\ny: *d\n',
      'd: &d\n  a: 1 # one\nx:\n  <<: *d\n  c: 1\ny: *d\n',
    ],
    'd: &d\n  a: 2 # one\nx:\n  <<: *d\n  c: 2\ny: *d\n',
  ],
  [
    'a key that a merge brings in is overridden below it',
    [
      'd: {a: 1, b: 1}\nx: {a: 1, b: 1}\n',
      'd: {a: 1, b: 1}\nx: {a: 2, b: 1}\n',
      'd: &d\n  a: 1\n  b: 1\nx:\n  <<: *d\n',
    ],
    'd: &d\n  a: 1\n  b: 1\nx:\n  <<: *d\n  a: 2\n',
  ],
  [
    'a key that a merge brings in cannot go without it',
    [
      'd: {a: 1, b: 1}\nx: {a: 1, b: 1, c: 1}\n',
      'd: {a: 1, b: 1}\nx: {b: 1, c: 1}\n',
      'd: &d\n  a: 1\n  b: 1\nx:\n  <<: *d\n  c: 1 # own\n',
    ],
    'd: &d\n  a: 1\n  b: 1\nx:\n  b: 1\n  c: 1 # own\n',
  ],
  [
    'an anchor goes while an alias needs its value',
    ['x: {q: 1}\na: {q: 1}\n', 'a: {q: 1}\n', 'x: &x {q: 1}\na: *x # why\n'],
    'a: {q: 1} # why\n',
  ],
  [
    'anchors and aliases come along where they can',
    ['a: 1\n', 'a: 1\nb: &x\n  q: 1\nc: *x\n', 'a: 1\n'],
    'a: 1\nb: &x\n  q: 1\nc: *x\n',
  ],
  [
    'an alias to something else in the source is written out',
    ['x: &x {q: 1}\n', 'x: &x {q: 1}\nc: *x\n', 'x: {q: 1}\n'],
    'x: {q: 1}\nc: {q: 1}\n',
  ],
  [
    'a document comes after its predecessor in the source',
    [
      'kind: A\nmetadata: {name: a}\n---\nkind: C\nmetadata: {name: c}\n',
      'kind: A\nmetadata: {name: a}\n---\n# new\nkind: B\nmetadata: {name: b}\n---\nkind: C\nmetadata: {name: c}\n',
      'kind: C\nmetadata: {name: c}\n---\nkind: A\nmetadata: {name: a}\nx: 1',
    ],
    'kind: C\nmetadata: {name: c}\n---\nkind: A\nmetadata: {name: a}\nx: 1\n---\n# new\nkind: B\nmetadata: {name: b}',
  ],
  [
    'the first document goes',
    [
      'kind: A\nmetadata: {name: a}\n---\nkind: B\nmetadata: {name: b}\n',
      'kind: B\nmetadata: {name: b}\n',
      'kind: A\nmetadata: {name: a} # a\n---\n# b\nkind: B\nmetadata: {name: b}\n',
    ],
    '# b\nkind: B\nmetadata: {name: b}\n',
  ],
  [
    'conflicts in several documents are told apart',
    [
      'kind: A\nmetadata: {name: a}\nv: 1\n---\nkind: B\nmetadata: {name: b}\n',
      'kind: A\nmetadata: {name: a}\nv: 2\n---\nkind: B\nmetadata: {name: b}\n',
      'kind: A\nmetadata: {name: a}\nv: 3\n---\nkind: B\nmetadata: {name: b}\n',
    ],
    'kind: A\nmetadata: {name: a}\nv: 3\n---\nkind: B\nmetadata: {name: b}\n',
    ['A/a:v'],
  ],
  [
    'a byte order mark stays where it is',
    ['a: 1\nb: 1\n', 'z: 0\na: 2\nb: 1\n', '\ufeffa: 1\nb: 1\n'],
    '\ufeffz: 0\na: 2\nb: 1\n',
  ],
  [
    'a tag that makes text of a number',
    ['a: !!str 7\nb: 1\n', 'a: !!str 8\nb: 1\n', 'a: !!str 7 # c\nb: 1\n'],
    'a: !!str 8 # c\nb: 1\n',
  ],
  [
    'documents that are empty or only comments',
    ['a: 1\n', 'a: 2\n', '---\n---\n# only\n---\na: 1\n---\n'],
    '---\n---\n# only\n---\na: 2\n---\n',
  ],
  [
    'a document that ends with dots, one that begins with a comment',
    ['a: 1\n', 'z: 0\na: 1\nb: 2\n', '--- # dev\n# c\na: 1\n...\n'],
    '--- # dev\n# c\nz: 0\na: 1\nb: 2\n...\n',
  ],
  [
    'blanks at the end of a line and a comment after the last key',
    ['a: 1\nb: 1\n', 'a: 2\nb: 1\nc: 1\n', 'a: 1   \nb: 1\n# end\n'],
    'a: 2   \nb: 1\nc: 1\n# end\n',
  ],
  [
    'a renamed field with a value of the target is not moved',
    [
      's:\n  storage: 10Gi\n  engine: pg\n',
      's:\n  storageSize: 10Gi\n  engine: pg\n',
      's:\n  storage: 50Gi # big\n  engine: pg\n',
    ],
    's:\n  storageSize: 10Gi\n  storage: 50Gi # big\n  engine: pg\n',
    ['s.storage'],
  ],
  [
    'what is retained stays, with all below it',
    [
      's:\n  a: {x: 1, y: 1}\n  b: 1\n',
      's:\n  a: {x: 2, y: 2}\n  b: 2\n',
      's:\n  a: {x: 1, y: 9}\n  b: 1\n',
    ],
    's:\n  a: {x: 1, y: 9}\n  b: 2\n',
    [],
    { retain: ['*.a'] },
  ],
];

describe('mergeFile', () => {
  it.each(CASES)(
    '%s',
    (_title, [base, source, target], merged, conflicts = [], options = {}) => {
      const result = mergeFile({ base, source, target }, options);
      expect(result.text).toBe(merged);
      const paths = result.fields
        .filter(field => field.action === 'conflict')
        .map(field =>
          result.multiDocument ? `${field.resource}:${field.text}` : field.text,
        );
      expect(paths).toEqual(conflicts);
      const again = mergeFile(
        { base: source, source, target: merged },
        options,
      );
      expect(again.text).toBe(merged);
    },
  );

  it('points at what a field may have been called before', () => {
    const { fields } = mergeFile({
      base: 's: {storage: 1, other: 2}\n',
      source: 's: {size: 1, other: 2}\n',
      target: 's: {storage: 1, other: 2}\n',
    });
    const added = fields.find(field => field.text === 's.size');
    expect(added?.renameOf).toBe('s.storage');
  });

  it.each([
    ['a text that is no YAML', 'a: [1\n'],
    ['a key that is there twice', 'a: 1\na: 2\nb: 1\n'],
    ['an explicit key', '? a\n: 1\n? b\n: 1\n'],
    ['an alias to nothing', 'a: *gone\nb: 1\n'],
  ])('refuses %s and leaves it alone', (_what, target) => {
    const result = mergeFile({
      base: 'a: 2\nb: 1\n',
      source: 'a: 2\nb: 5\n',
      target,
    });
    expect(result).toMatchObject({ status: 'refused', text: target });
    expect(result.reason).toBeTruthy();
  });

  it('does not read what need not be edited', () => {
    const target = 'a: 1\na: 2\n';
    const same = { base: 'b: 1\n', source: 'b: 1\n', target };
    expect(mergeFile(same)).toMatchObject({
      status: 'unchanged',
      text: target,
    });
  });

  it('survives nesting that no stack holds', () => {
    const deep = `a: ${'['.repeat(20000)}${']'.repeat(20000)}\n`;
    const result = mergeFile({
      base: 'a: 1\n',
      source: deep,
      target: 'a: 1\n',
    });
    expect(result.status).toBe('refused');
  });
});
