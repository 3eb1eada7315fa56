import { MergeOptions } from '../types';

/** A merge and what comes out of it. */
export type MergeCase = [
  title: string,
  texts: [base: string, source: string, target: string],
  merged: string,
  conflicts?: string[],
  options?: MergeOptions,
];

/** What is taken, kept and asked, and where it is written. */
export const VALUE_CASES: MergeCase[] = [
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
    'lists in lists and the first key of an item',
    [
      'm:\n- - a\n  - b\nn:\n- a: 1\n  b: 1\n- x\n',
      'm:\n- - a\n  - c\nn:\n- z: 0\n  b: 1\n- x\n',
      'm:\n- - a # 1\n  - b # 2\nn:\n- a: 1\n  b: 1 # stays\n- x\n',
    ],
    'm:\n- - a # 1\n  - c # 2\nn:\n- z: 0\n  b: 1 # stays\n- x\n',
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
