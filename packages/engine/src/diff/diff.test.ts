import fc from 'fast-check';
import {
  formatPath,
  Json,
  JsonObject,
  keyPath,
  ListKinds,
  memberKey,
} from '../fields';
import { EngineError } from '../errors';
import { applyChanges } from './applyChanges';
import { diffObjects } from './diffObjects';
import { diffResources } from './diffResources';

const lists: ListKinds = path => {
  const last = path[path.length - 1];
  switch (last?.type === 'key' ? last.key : '') {
    case 'users':
      return { type: 'keyed', keys: ['name'] };
    case 'ports':
      return {
        type: 'keyed',
        keys: ['port', 'protocol'],
        keyDefaults: { protocol: 'TCP' },
      };
    case 'zones':
      return { type: 'set' };
    case 'metrics':
      return { type: 'bag' };
    default:
      return { type: 'atomic' };
  }
};

function texts(left: JsonObject, right: JsonObject): string[] {
  return diffObjects(left, right, { lists }).map(
    ({ type, path }) => `${type} ${formatPath(path)}`,
  );
}

describe('diffObjects', () => {
  it.each<[string, JsonObject, JsonObject, string[]]>([
    ['a scalar', { a: 1 }, { a: 2 }, ['changed a']],
    ['the same number', { a: 7 }, { a: 7n }, []],
    ['a string and a number', { a: '7' }, { a: 7 }, ['changed a']],
    ['null and absent', { a: null }, {}, ['onlyLeft a']],
    ['a whole subtree', {}, { a: { b: { c: 1 } } }, ['onlyRight a']],
    ['another type', { a: { b: 1 } }, { a: [1] }, ['changed a']],
    [
      'users in another order',
      { users: [{ name: 'a' }, { name: 'b' }] },
      { users: [{ name: 'b' }, { name: 'a' }] },
      [],
    ],
    [
      'a field of one user',
      { users: [{ name: 'a', role: 'r' }, { name: 'b' }] },
      { users: [{ name: 'c' }, { name: 'a', role: 'w' }] },
      [
        'changed users[name=a].role',
        'onlyLeft users[name=b]',
        'onlyRight users[name=c]',
      ],
    ],
    [
      'a default key',
      { ports: [{ port: 80 }] },
      { ports: [{ port: 80, protocol: 'TCP' }] },
      ['onlyRight ports[port=80,protocol=TCP].protocol'],
    ],
    [
      'users with a name twice',
      { users: [{ name: 'a' }, { name: 'a' }] },
      { users: [{ name: 'a' }] },
      ['changed users'],
    ],
    [
      'a set',
      { zones: ['a', 'b'] },
      { zones: ['b', 'c'] },
      ['onlyLeft zones[="a"]', 'onlyRight zones[="c"]'],
    ],
    [
      'an atomic list',
      { args: ['a', 'b'] },
      { args: ['b', 'a'] },
      ['changed args'],
    ],
    [
      'a bag',
      { metrics: [{ a: 1 }, { b: 2 }] },
      { metrics: [{ b: 2 }, { a: 1 }] },
      [],
    ],
    [
      'a bag with twins',
      { metrics: [1, 1, 2] },
      { metrics: [1, 2, 2] },
      ['changed metrics'],
    ],
  ])('%s', (_, left, right, expected) => {
    expect(texts(left, right).sort()).toEqual([...expected].sort());
  });

  it('refuses objects nested beyond reason', () => {
    const deep = (leaf: Json) => {
      let nested: JsonObject = { leaf };
      for (let depth = 0; depth < 50_000; depth++) nested = { a: nested };
      return nested;
    };
    expect(() => diffObjects(deep(1), deep(2))).toThrow(EngineError);
  });

  it('takes every list whole if nothing is known of it', () => {
    const left = { users: [{ name: 'a' }, { name: 'b' }] };
    const right = { users: [{ name: 'b' }, { name: 'a' }] };
    expect(diffObjects(left, right)).toHaveLength(1);
  });
});

const scalar = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
);
const object = fc.letrec<{ value: Json; object: JsonObject }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    tie('object'),
    fc.array(scalar),
  ),
  object: fc.dictionary(
    fc.oneof(
      fc.constantFrom('a', 'b', '__proto__', 'constructor'),
      fc.string(),
    ),
    tie('value'),
    { maxKeys: 5 },
  ) as fc.Arbitrary<JsonObject>,
})).object;
const document = fc.record({
  rest: object,
  users: fc.uniqueArray(
    fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), role: object }),
    { selector: ({ name }) => name },
  ),
  zones: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 1, 2)),
}) as unknown as fc.Arbitrary<JsonObject>;

/** The object with its keyed lists and sets in one order. */
function ordered({ users, zones, ...rest }: JsonObject): JsonObject {
  const sort = (list: Json | undefined) =>
    Array.isArray(list)
      ? [...(list as Json[])].sort((a, b) =>
          memberKey(a) < memberKey(b) ? -1 : 1,
        )
      : null;
  return { ...rest, users: sort(users), zones: sort(zones) };
}

describe('applyChanges', () => {
  it('makes the left object the right one', () => {
    fc.assert(
      fc.property(document, document, (left, right) => {
        const changes = diffObjects(left, right, { lists });
        const result = applyChanges(changes, left);
        expect(ordered(result)).toEqual(ordered(right));
        expect(diffObjects(result, right, { lists })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('finds no difference between an object and its copy', () => {
    fc.assert(
      fc.property(document, value => {
        const copy = structuredClone(value);
        expect(diffObjects(value, copy, { lists })).toEqual([]);
      }),
    );
  });

  it('leaves the left object as it is', () => {
    const left = { a: { b: 1 }, users: [{ name: 'a', role: 'r' }] };
    const before = structuredClone(left);
    const right = { a: {}, users: [{ name: 'a' }] };
    applyChanges(diffObjects(left, right, { lists }), left);
    expect(left).toEqual(before);
  });
});

describe('diffResources', () => {
  const side = (content: JsonObject) => ({
    group: '',
    version: 'v1',
    kind: 'ConfigMap',
    object: content,
  });

  it('does not compare what names the environment', () => {
    const left = side({
      metadata: { namespace: 'dev', labels: { environment: 'dev', app: 'x' } },
      status: { a: 1 },
      data: { a: '1' },
    });
    const right = side({
      metadata: {
        namespace: 'staging',
        labels: { environment: 'staging', app: 'x' },
      },
      data: { a: '2' },
    });
    const identity = [keyPath('metadata', 'labels', 'environment')];
    const changes = diffResources(left, right, { identity });
    expect(changes.map(({ path }) => formatPath(path))).toEqual(['data.a']);
  });

  it('compares the API version', () => {
    const changes = diffResources(
      side({ apiVersion: 'v1' }),
      side({ apiVersion: 'v2' }),
    );
    expect(changes).toHaveLength(1);
  });
});
