import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { DriftCase } from '../cases/driftCases';
import { readCases } from '../cases/readCases';
import {
  getAt,
  gvkOf,
  isList,
  isObject,
  Json,
  JsonObject,
  keyPath,
  listKindOf,
  toJsonPointer,
  typeOf,
  FieldType,
} from '../fields';
import { detectDrift } from './detectDrift';
import { custom, drift, entry } from './testObjects';
import { DriftItem } from './types';

type Pair = { id: string; desired: JsonObject; live: JsonObject };

const pairs: Pair[] = ['drift.yaml', 'drift-recorded.yaml'].flatMap(name => {
  const file = resolve(__dirname, '../__fixtures__/cases', name);
  const cases = readCases(readFileSync(file, 'utf8'))
    .cases as unknown as DriftCase[];
  return cases.flatMap(({ id, desired, live }) =>
    desired && live ? [{ id, desired, live }] : [],
  );
});
const anyPair = fc.constantFrom(...pairs);

/** Another order of keys, and of lists whose order does not count. */
function shuffle(value: Json, type: FieldType, random: () => number): Json {
  const mix = <T>(list: T[]): T[] =>
    list
      .map(item => [random(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  if (isList(value)) {
    const items = value.map(item => shuffle(item, type.item, random));
    return listKindOf(type).type === 'atomic' ? items : mix(items);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    mix(Object.keys(value)).map(key => [
      key,
      shuffle(value[key], type.field(key), random),
    ]),
  );
}

function shown(items: readonly DriftItem[]) {
  return items.map(({ text, kind, cause, manager }) => ({
    text,
    kind,
    cause,
    manager,
  }));
}

function all(desired: JsonObject, live: JsonObject) {
  const result = drift(desired, live);
  return {
    verdict: result.verdict,
    items: shown(result.items),
    suspects: shown(result.suspects),
    suppressed: shown(result.suppressed)
      .map(({ text }) => text)
      .sort(),
  };
}

describe('drift', () => {
  it('does not depend on the order of keys and keyed lists', () => {
    fc.assert(
      fc.property(
        anyPair,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (pair, stream) => {
          const random = () => stream.next().value as number;
          const type = typeOf(gvkOf(pair.desired));
          const { managedFields, ...metadata } = pair.live
            .metadata as JsonObject;
          const live = shuffle(
            { ...pair.live, metadata },
            type,
            random,
          ) as JsonObject;
          const shuffled = {
            ...live,
            metadata: {
              ...(live.metadata as JsonObject),
              ...(managedFields ? { managedFields } : {}),
            },
          };
          const desired = shuffle(pair.desired, type, random) as JsonObject;
          expect(all(desired, shuffled)).toEqual(all(pair.desired, pair.live));
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(pairs.map(pair => [pair.id, pair] as const))(
    '%s: every path is in Git or live, and ignoring it empties it',
    (_, { desired, live }) => {
      const { group, kind } = gvkOf(desired);
      for (const item of drift(desired, live).items) {
        const type = typeOf(gvkOf(desired));
        const side =
          getAt(live, item.path, type) === undefined ? desired : live;
        expect(getAt(side, item.path, type)).toBeDefined();
        const own = toJsonPointer(live, item.path);
        // What live does not have is found by its key: there is no position.
        const pointer = own ?? toJsonPointer(desired, item.path);
        if (own === undefined && item.path.some(({ type: t }) => t !== 'key')) {
          continue;
        }
        const ignore = [{ group, kind, jsonPointers: [pointer!] }];
        const texts = drift(desired, live, { ignore }).items.map(
          ({ text }) => text,
        );
        expect(texts).not.toContain(item.text);
      }
    },
  );

  const scalar = fc.oneof(fc.integer(), fc.string(), fc.boolean());
  const tree = fc.letrec<{ value: Json; map: JsonObject }>(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.constant(null),
      tie('map'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    map: fc.dictionary(
      fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.string()),
      tie('value'),
      { maxKeys: 4 },
    ) as fc.Arbitrary<JsonObject>,
  })).map;

  it('is nothing between an object and itself', () => {
    fc.assert(
      fc.property(tree, spec => {
        const live = structuredClone(custom({ spec }));
        expect(drift(custom({ spec }), live)).toMatchObject({
          verdict: 'inSync',
          items: [],
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is nothing where controllers and the server only added', () => {
    const controllers = [
      entry('x-controller', { 'f:spec': { 'f:extra': {}, 'f:more': {} } }),
      entry('crossplane', { 'f:spec': { 'f:crossplane': { 'f:a': {} } } }),
    ];
    fc.assert(
      fc.property(tree, tree, scalar, (spec, extra, more) => {
        const { extra: _e, more: _m, crossplane: _c, ...own } = spec;
        const live = custom({
          spec: { ...own, extra, more, crossplane: { a: extra }, unowned: 1 },
          status: { x: 1 },
          metadata: { uid: 'u', generation: 3, resourceVersion: '1' },
          managedFields: controllers,
        });
        expect(drift(custom({ spec: own }), live).items).toEqual([]);
      }),
    );
  });

  it('is found wherever a scalar was changed by hand', () => {
    fc.assert(
      fc.property(tree, fc.string(), (spec, value) => {
        const desired = custom({ spec: { ...spec, changed: `${value}x` } });
        const live = custom({
          spec: { ...spec, changed: value },
          managedFields: [
            entry('kubectl-edit', { 'f:spec': { 'f:changed': {} } }),
          ],
        });
        expect(shown(drift(desired, live).items)).toEqual([
          {
            text: 'spec.changed',
            kind: 'changed',
            cause: 'manual',
            manager: 'kubectl-edit',
          },
        ]);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(tree, tree, fc.jsonValue(), (desired, live, fields) => {
        const odd = {
          ...live,
          metadata: {
            annotations: {
              'kubectl.kubernetes.io/last-applied-configuration': '{',
            },
            managedFields: [fields, { fieldsV1: fields, manager: fields }],
          },
        } as unknown as JsonObject;
        const result = detectDrift({
          desired,
          live: { state: 'read', object: odd },
          ignore: [{ group: '[', kind: '(', jqPathExpressions: ['((('] }],
        });
        expect(result.verdict).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it('says so if an object is nested beyond reason', () => {
    let spec: JsonObject = { a: 1 };
    for (let depth = 0; depth < 50_000; depth++) spec = { a: spec };
    const live = custom({ spec: { ...spec, b: 1 } });
    const result = drift(custom({ spec }), live);
    expect(result.verdict).toBe('unknown');
  });
});

describe('secrets', () => {
  const secret = (data: JsonObject, more: JsonObject = {}): JsonObject => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's', namespace: 'n', ...more },
    data,
  });
  const encode = (text: string) => Buffer.from(text).toString('base64');

  it('leave the engine in no form', () => {
    const word = fc.string({ minLength: 12, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(word, word, word, (before, after, added) => {
        fc.pre(before !== after);
        const lastApplied = JSON.stringify(secret({ p: encode(before) }));
        const live = secret(
          { p: encode(after), q: encode(added) },
          {
            annotations: {
              'kubectl.kubernetes.io/last-applied-configuration': lastApplied,
            },
            managedFields: [entry('kubectl-edit', { 'f:data': { 'f:q': {} } })],
          },
        );
        const { data: _, ...rest } = secret({});
        const result = drift({ ...rest, stringData: { p: before } }, live, {
          dryRun: secret({ p: encode(before) }),
          salt: 'x',
        });
        const output = JSON.stringify(result);
        expect(result.items.map(({ text }) => text)).toEqual([
          'data.p',
          'data.q',
        ]);
        for (const value of [before, after, added]) {
          expect(output).not.toContain(JSON.stringify(value).slice(1, -1));
          expect(output).not.toContain(encode(value));
        }
        expect(
          getAt(result.items[0] as unknown as JsonObject, keyPath('live')),
        ).toMatch(/^sha256:[0-9a-f]{16}$/);
      }),
    );
  });

  it('have hashes that depend on the salt and the value only', () => {
    const of = (value: string, salt?: string) =>
      drift(secret({ p: encode('a') }), secret({ p: encode(value) }), { salt })
        .items[0].live;
    expect(of('b', 'x')).toBe(of('b', 'x'));
    expect(of('b', 'x')).not.toBe(of('b', 'y'));
    expect(of('b', 'x')).not.toBe(of('c', 'x'));
    expect(of('b')).toBe('(hidden)');
  });

  it('are compared as they decode', () => {
    const { data: _, ...rest } = secret({});
    const live = secret({ a: 'aHVudGVyMg==', u: encode('\u00e4\u{1f600}') });
    const desired = {
      ...rest,
      data: { a: 'aHVudGVy\nMg==' },
      stringData: { u: '\u00e4\u{1f600}' },
    };
    expect(drift(desired, live).items).toEqual([]);
  });
});
