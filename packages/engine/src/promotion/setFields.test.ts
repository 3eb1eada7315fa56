import { parsePath } from '../fields';
import { EngineError } from '../errors';
import { FieldEdit, setFields } from './setFields';

const CACHE = `# production cache
kind: XRedisCache
metadata: { name: cache } # one line
spec:
  parameters:
    size: large   # load test
    memory: "4Gi"

    # two nodes are lost in a zone outage
    replicas: 3
`;

describe('setFields', () => {
  it.each<[what: string, edits: FieldEdit[], before: string, after: string]>([
    [
      'a value in the quotes it has',
      [{ path: 'spec.parameters.memory', value: '8Gi' }],
      'memory: "4Gi"',
      'memory: "8Gi"',
    ],
    [
      'a new field behind the others',
      [{ path: 'spec.parameters.maxMemoryPolicy', value: 'allkeys-lru' }],
      'replicas: 3\n',
      'replicas: 3\n    maxMemoryPolicy: allkeys-lru\n',
    ],
    [
      'a field that goes with its comment',
      [{ path: parsePath('spec.parameters.replicas')! }],
      '\n    # two nodes are lost in a zone outage\n    replicas: 3\n',
      '\n',
    ],
    [
      'parents that are not there yet',
      [{ path: 'spec.schedule.window.days', value: [1, 'no'] }],
      'replicas: 3\n',
      'replicas: 3\n  schedule:\n    window:\n      days:\n        - 1\n        - "no"\n',
    ],
    [
      'keys and texts that need quotes',
      [
        { path: 'metadata.annotations["a.b/c"]', value: 'on: call' },
        { path: 'metadata.on', value: true },
      ],
      '{ name: cache }',
      '{ name: cache, annotations: {a.b/c: "on: call"}, "on": true }',
    ],
    [
      'text of several lines',
      [{ path: 'spec.script', value: 'set -e\n\nrun\n' }],
      'replicas: 3\n',
      'replicas: 3\n  script: |\n    set -e\n\n    run\n',
    ],
  ])('writes %s', (_what, edits, before, after) => {
    expect(setFields(CACHE, 0, edits)).toBe(CACHE.replace(before, after));
  });

  it('leaves a text alone that already says so', () => {
    const edits = [{ path: 'spec.parameters.replicas', value: 3 }];
    expect(setFields(CACHE, 0, edits)).toBe(CACHE);
  });

  it('finds the document and the item', () => {
    const text = `a: 1\n---\n# none\n---\nkind: List\nitems:\n- v: 1 # x\n- v: 1 # y\n`;
    const edits = [{ path: 'v', value: 2 }];
    expect(setFields(text, 1, edits, 1)).toBe(
      text.replace('v: 1 # y', 'v: 2 # y'),
    );
  });

  it('edits an item of a keyed list', () => {
    const text =
      'c:\n  - name: a # A\n    image: x:1\n  - name: b\n    image: x:1\n';
    const edits = [{ path: 'c[name=b].image', value: 'x:2' }];
    expect(setFields(text, 0, edits)).toBe(text.replace(/x:1\n$/, 'x:2\n'));
  });

  it.each<[string, string, number, FieldEdit]>([
    ['a document that is not there', CACHE, 1, { path: 'a', value: 1 }],
    ['a position below zero', CACHE, -1, { path: 'a', value: 1 }],
    ['text that is no path', CACHE, 0, { path: 'a..b', value: 1 }],
    ['the whole document', CACHE, 0, { path: '', value: 1 }],
    ['an item that is not there', CACHE, 0, { path: 'l[4].a', value: 1 }],
    ['a text that is no YAML', 'a: [', 0, { path: 'a', value: 1 }],
    ['a document that is a list', '- a\n', 0, { path: 'a', value: 1 }],
    ['a key that is there twice', 'a: 1\na: 2\n', 0, { path: 'a', value: 3 }],
  ])('refuses %s', (_what, text, document, edit) => {
    expect(() => setFields(text, document, [edit])).toThrow(EngineError);
  });

  it('keeps the item at its place when its key changes', () => {
    const text = 'l:\n# first\n- name: a # A\n  v: 1 # one\n- name: b\n';
    const renamed = text.replace('name: a', 'name: z');
    expect(setFields(text, 0, [{ path: 'l[0].name', value: 'z' }])).toBe(
      renamed,
    );
  });

  it('takes out an item by its position', () => {
    const text = 'l:\n- a\n# of b\n- b\n- c # C\n';
    expect(setFields(text, 0, [{ path: 'l[1]' }])).toBe('l:\n- a\n- c # C\n');
  });

  it('keeps the columns that values are written in', () => {
    const text = 'name:    a # n\nversion: 1\n';
    const edits = [
      { path: 'name', value: 'b' },
      { path: 'version', value: null },
    ];
    expect(setFields(text, 0, edits)).toBe('name:    b # n\nversion: null\n');
  });
});
