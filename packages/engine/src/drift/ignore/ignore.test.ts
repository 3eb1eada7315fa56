import { JsonObject, parsePath } from '../../fields';
import { custom, drift, entry, summary } from '../testObjects';
import { jqQuestion } from '../jqQuestion';
import { IgnoreRule, JqAnswer, JqPath } from '../types';
import { readIgnoreRules } from './readIgnoreRules';
import { parseJqPath, resolveJqPath } from './jqPath';
import { removePaths } from './removePaths';

describe('jq path expressions', () => {
  const object: JsonObject = {
    spec: {
      list: [
        { name: 'a', n: 1 },
        { name: 'b', n: 2 },
      ],
      map: { 'x.io/y': { z: 1 }, other: { z: 2 } },
    },
  };

  it.each<[string, string[]]>([
    ['.spec.list', ['/spec/list']],
    ['.spec["list"]', ['/spec/list']],
    ['.spec."list"', ['/spec/list']],
    ['.spec.list[]', ['/spec/list/0', '/spec/list/1']],
    ['.spec.list[]?.n', ['/spec/list/0/n', '/spec/list/1/n']],
    ['.spec.list[1].n', ['/spec/list/1/n']],
    ['.spec.map["x.io/y"].z', ['/spec/map/x.io/y/z']],
    ['.spec.map[].z', ['/spec/map/x.io/y/z', '/spec/map/other/z']],
    ['.spec.list[] | select(.name == "b")', ['/spec/list/1']],
    ['.spec.list[] | select(.name == "b") | .n', ['/spec/list/1/n']],
    ['.spec.list[]|select(.n==1).name', ['/spec/list/0/name']],
    ['.spec.nothing[].x', []],
    ['.spec.list[] | select(.no == "b")', []],
    ['.spec.list[-1].n', ['/spec/list/1/n']],
    ['.spec.list[-3]', []],
    // One place that cannot be iterated ends the whole expression.
    ['.spec[][].n[]', []],
    ['.spec[][].z', ['/spec/map/x.io/y/z', '/spec/map/other/z']],
    ['.spec[].list?', []],
    [
      '.spec[] | .[]? | .[]?',
      [
        '/spec/list/0/name',
        '/spec/list/0/n',
        '/spec/list/1/name',
        '/spec/list/1/n',
        '/spec/map/x.io/y/z',
        '/spec/map/other/z',
      ],
    ],
    ['.spec.list[].n[]?', []],
    ['.spec.list[] | select(.name.x == 1)', []],
  ])('%s', (text, expected) => {
    const steps = parseJqPath(text);
    const found = resolveJqPath(steps!, object).map(
      path =>
        `/${path
          .map(step =>
            step.type === 'key'
              ? step.key
              : step.type === 'index' && step.index,
          )
          .join('/')}`,
    );
    expect(found).toEqual(expected);
  });

  it.each([
    '',
    '.',
    '..',
    'spec',
    '.spec | keys',
    '.spec.list[] | select(.name | test("a"))',
    '.spec.list[0:1]',
    '.a, .b',
    '.spec.list[] | select(.name == "a" or .n == 1)',
    '.a |',
    'select(',
  ])('%s is beyond them', text => {
    expect(parseJqPath(text)).toBeUndefined();
  });
});

describe('removePaths', () => {
  it('takes several items out of one list', () => {
    const paths = ['l[0]', 'l[2]', 'l[name=b].x', 'no.such', 'm["__proto__"]'];
    const object: JsonObject = {
      l: [{ name: 'a' }, { name: 'b', x: 1 }, { name: 'c' }],
      m: {},
    };
    expect(
      removePaths(
        object,
        paths.map(text => parsePath(text)!),
      ),
    ).toEqual({
      l: [{ name: 'b' }],
      m: {},
    });
    expect(object.l).toHaveLength(3);
  });
});

describe('ignore rules', () => {
  const schema = {
    properties: {
      spec: {
        properties: {
          users: {
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['name'],
          },
        },
      },
    },
  };
  const git = custom({
    spec: {
      size: 'a',
      users: [
        { name: 'x', role: 'r' },
        { name: 'y', role: 'r' },
      ],
      rules: [{ host: 'a', port: 1 }],
    },
  });
  const live = custom({
    spec: {
      size: 'b',
      users: [
        { name: 'y', role: 'w' },
        { name: 'x', role: 'w' },
      ],
      rules: [{ host: 'b', port: 1 }],
    },
    managedFields: [entry('robot', { 'f:spec': { 'f:size': {} } })],
  });
  const ALL = [
    'spec.rules',
    'spec.size',
    'spec.users[name=x].role',
    'spec.users[name=y].role',
  ];
  const on = (rule: IgnoreRule): IgnoreRule => ({
    group: 'x.io',
    kind: 'Thing',
    ...rule,
  });

  it.each<[string, IgnoreRule, string[]]>([
    ['a pointer', on({ jsonPointers: ['/spec/size'] }), ['spec.size']],
    [
      'a pointer to a position, which is an item',
      on({ jsonPointers: ['/spec/users/0'] }),
      ['spec.users[name=y].role'],
    ],
    [
      'a pointer into an atomic list',
      on({ jsonPointers: ['/spec/rules/0/host'] }),
      ['spec.rules'],
    ],
    ['a pointer above', on({ jsonPointers: ['/spec'] }), ALL],
    [
      'a jq path',
      on({
        jqPathExpressions: ['.spec.users[] | select(.name == "x") | .role'],
      }),
      ['spec.users[name=x].role'],
    ],
    ['a manager', on({ managedFieldsManagers: ['robot'] }), ['spec.size']],
    [
      'globs',
      { group: '*', kind: 'Th*', jsonPointers: ['/spec/size'] },
      ['spec.size'],
    ],
    [
      'another group',
      { group: 'y.io', kind: '*', jsonPointers: ['/spec'] },
      [],
    ],
    ['the core group only', { kind: 'Thing', jsonPointers: ['/spec'] }, []],
    ['another name', on({ name: 'b', jsonPointers: ['/spec'] }), []],
    ['another namespace', on({ namespace: 'm', jsonPointers: ['/spec'] }), []],
    [
      'nothing there',
      on({ jsonPointers: ['/spec/no/such', '/spec/users/9'] }),
      [],
    ],
  ])('%s', (_, rule, hidden) => {
    const result = drift(git, live, { schema, ignore: [rule] });
    const ignored = result.suppressed.filter(
      ({ cause }) => cause === 'ignored',
    );
    expect(ignored.map(({ text }) => text).sort()).toEqual(hidden);
    const shown = ALL.filter(text => !hidden.includes(text));
    expect(result.items.map(({ text }) => text)).toEqual(shown);
  });

  it('that cannot run are reported and do nothing', () => {
    const jqPathExpressions = ['.spec.users | length', '.spec.size'];
    const rule = on({ jqPathExpressions, jsonPointers: ['spec'] });
    const result = drift(git, live, { schema, ignore: [rule] });
    expect(result.unsupportedRules.map(({ rule: text }) => text)).toEqual([
      'spec',
      '.spec.users | length',
    ]);
    expect(summary(result)).toHaveLength(3);
  });
});

describe('expressions that need jq', () => {
  const desired = custom({ spec: { a: [1, 2, 3, 4], b: { c: 1 } } });
  const live = custom({ spec: { a: [9, 2, 8, 7], b: { c: 2 } } });
  const rule: IgnoreRule = {
    group: 'x.io',
    kind: 'Thing',
    jqPathExpressions: ['.spec.b', '.spec.a[1:]', '..|.c?'],
  };

  it('are asked for, those that are plain paths not', () => {
    const input = {
      desired,
      live: { state: 'read', object: live } as const,
      ignore: [rule, { ...rule, kind: 'Other', jqPathExpressions: ['..'] }],
    };
    expect(jqQuestion(input)?.expressions).toEqual(['.spec.a[1:]', '..|.c?']);
    expect(jqQuestion({ ...input, ignore: [] })).toBeUndefined();
    expect(jqQuestion({ ...input, desired: undefined })).toBeUndefined();
  });

  it.each<[string, JqPath[], string[]]>([
    ['a key', [['spec', 'b', 'c']], ['spec.a']],
    ['a position from the end', [['spec', 'a', -4]], ['spec.a', 'spec.b.c']],
    [
      'a slice',
      [
        ['spec', 'a', { start: 0, end: null }],
        ['spec', 'b'],
      ],
      [],
    ],
    [
      'nothing there',
      [
        ['spec', 'x', 0],
        ['spec', 'b', 3],
      ],
      ['spec.a', 'spec.b.c'],
    ],
  ])('take out %s', (_, paths, shown) => {
    const answer: JqAnswer = { state: 'selected', desired: paths, live: paths };
    const jq = new Map([['..|.c?', answer]]);
    const only = { ...rule, jqPathExpressions: ['..|.c?'] };
    const result = drift(desired, live, { ignore: [only], jq });
    expect(result.items.map(({ text }) => text)).toEqual(shown);
    expect(result.unsupportedRules).toEqual([]);
  });

  it('say why they do nothing', () => {
    const jq = new Map<string, JqAnswer>([
      ['..|.c?', { state: 'failed', reason: 'It took longer than 1 s.' }],
    ]);
    const result = drift(desired, live, { ignore: [rule], jq });
    expect(result.unsupportedRules).toEqual([
      {
        rule: '.spec.a[1:]',
        reason:
          'This jq expression is beyond plain paths, and no jq was asked.',
      },
      { rule: '..|.c?', reason: 'It took longer than 1 s.' },
    ]);
  });
});

describe('rules of an Application', () => {
  it('are read as far as they are what Argo CD declares', () => {
    const spec: JsonObject = {
      ignoreDifferences: [
        { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
        { kind: 5, jqPathExpressions: [1, '.a'], managedFieldsManagers: 'x' },
        'no rule',
        null,
      ],
    };
    expect(readIgnoreRules(spec)).toEqual([
      { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
      { jqPathExpressions: ['.a'] },
      {},
      {},
    ]);
    expect(readIgnoreRules({ ignoreDifferences: {} })).toEqual([]);
    expect(readIgnoreRules(undefined)).toEqual([]);
  });
});
