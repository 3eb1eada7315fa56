import { MergeCase } from './valueCases';

/** Forms of text that an edit has to leave as they are. */
export const TEXT_CASES: MergeCase[] = [
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
];
