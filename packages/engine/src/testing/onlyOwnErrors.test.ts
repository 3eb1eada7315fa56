import fc from 'fast-check';
import { applyChanges, diffObjects } from '../diff';
import { EngineError } from '../errors';
import { gvkOf, JsonObject, listKindsFor } from '../fields';
import { evaluateGates, GateFacts } from '../gates';
import { Manifest, toManifest } from '../manifests';
import { countEqual, historyOf } from '../parity';
import { mergeFile, planPromotion, setFields } from '../promotion';
import {
  findDefinition,
  formSchema,
  readXrds,
  redact,
  validateObject,
} from '../schema';
import {
  anyObject,
  anyPath,
  anyText,
  anyValue,
  nested,
} from './__testUtils__/hostileValues';

/** What comes out, or the engine's own error; anything else is a failure. */
function tried<T>(work: () => T): T | EngineError {
  try {
    return work();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

function compare(left: JsonObject, right: JsonObject): void {
  const lists = listKindsFor(gvkOf(left));
  const changes = diffObjects(left, right, { lists });
  applyChanges(changes, left);
  expect(diffObjects(right, right, { lists })).toEqual([]);
}

function define(object: JsonObject, schema: JsonObject): void {
  tried(() => validateObject(object, schema, { before: schema }));
  tried(() => redact(object));
  const xrds = readXrds([{ object }, { object: schema }]);
  findDefinition(xrds, object);
  const names = { kind: 'X', plural: 'xs' };
  const version = {
    name: 'v1',
    served: true,
    schema: { openAPIV3Schema: schema },
  };
  for (const xrd of readXrds([
    { object: { ...object, kind: 'CompositeResourceDefinition' } },
    {
      object: {
        apiVersion: 'apiextensions.crossplane.io/v2',
        kind: 'CompositeResourceDefinition',
        spec: { group: 'x.io', names, versions: [version] },
      },
    },
  ])) {
    tried(() => formSchema(xrd));
  }
}

function judge(before: JsonObject, after: JsonObject, path: string): void {
  const globs = [path, '**'];
  const rule = { id: 'r', kind: 'X', path, value: after as never };
  const window = { name: path, cron: path, duration: path, timezone: path };
  const facts: GateFacts = {
    now: path,
    from: 's',
    to: 'p',
    rules: {
      exists: { overrides: globs },
      health: { maxAge: path },
      soak: { for: path },
      window: { exclude: [window] },
      approval: { required: 1 },
      schema: {},
      hotfix: {},
      parity: { default: 'deny', rules: [{ ...rule, op: '>=' }] },
      destructive: { storage: globs, version: globs, backup: globs },
    },
    before: [before],
    after: [after],
    git: { s: [after, before] },
    obligations: [{ resource: 'X/x', path, before, value: after }],
  };
  expect(evaluateGates(facts).decision).toMatch(/allow|wait|block/);
}

function remember(left: JsonObject, right: JsonObject, message: string): void {
  const manifest = (object: JsonObject): Manifest[] => {
    const named = { ...object, kind: 'X', metadata: { name: 'x' } };
    const found = tried(() =>
      toManifest(named, { file: 'x.yaml', document: 0, line: 1 }),
    );
    return found instanceof EngineError ? [] : [found];
  };
  const commit = (
    id: string,
    text: string,
    environment: string,
    object: JsonObject,
  ) => ({
    id: id.repeat(40),
    message: text,
    files: [
      { path: `${environment}.yaml`, environment, manifests: manifest(object) },
    ],
  });
  const history = historyOf({
    order: ['dev', 'prod'],
    retain: [message],
    commits: [
      commit('0', message, 'dev', left),
      commit('1', `hotfix\nPromoted-From: 0000000\n${message}`, 'prod', right),
    ],
  });
  history.ask({
    from: 'dev',
    to: 'prod',
    resource: 'X/x',
    synced: { dev: message },
  });
  countEqual(left, []);
}

describe('on input that nobody should have written', () => {
  const objects = fc.tuple(anyObject, anyObject);

  it('objects are compared', () => {
    fc.assert(
      fc.property(objects, ([a, b]) =>
        expect(() => compare(a, b)).not.toThrow(),
      ),
    );
  });

  it('objects and definitions are checked', () => {
    fc.assert(
      fc.property(objects, ([a, b]) =>
        expect(() => define(a, b)).not.toThrow(),
      ),
    );
  });

  it('changes are judged', () => {
    fc.assert(
      fc.property(objects, anyPath, ([a, b], path) =>
        expect(() => judge(a, b, path)).not.toThrow(),
      ),
    );
  });

  it('histories are told', () => {
    fc.assert(
      fc.property(objects, anyText, ([a, b], text) =>
        expect(() => remember(a, b, text)).not.toThrow(),
      ),
    );
  });

  it('files are merged, or refused and left as they are', () => {
    const texts = fc.tuple(anyText, anyText, anyText);
    fc.assert(
      fc.property(
        texts,
        anyPath,
        anyValue,
        ([base, source, target], path, value) => {
          const set = { [path]: value };
          const merged = mergeFile(
            { base, source, target },
            { retain: [path], set },
          );
          const refused = merged.status === 'refused';
          expect(!refused || merged.text === target).toBe(true);
          const idle = mergeFile({ base, source: base, target });
          expect(idle.text).toBe(target);
        },
      ),
    );
  });

  it('fields are set, or not', () => {
    fc.assert(
      fc.property(anyText, anyPath, anyValue, (text, path, value) => {
        const set = () => setFields(text, 0, [{ path, value }]);
        const remove = () => setFields(text, 0, [{ path }], 0);
        expect(() => [tried(set), tried(remove)]).not.toThrow();
      }),
    );
  });

  it('promotions are planned', () => {
    fc.assert(
      fc.property(anyText, anyText, anyObject, (source, target, base) => {
        const plan = planPromotion({
          from: 'dev',
          to: 'prod',
          resources: [
            {
              key: '/X/x',
              source: { path: 'dev.yaml', text: source, document: 0 },
              target: { path: 'prod.yaml', text: target, document: 0 },
              base,
            },
          ],
        });
        expect(plan.state).toMatch(/ready|nothing|undecided|refused/);
      }),
    );
  });

  it('what is nested beyond the stack is refused as such', () => {
    const deep = nested(20_000);
    const copy = nested(20_000);
    for (const work of [
      () => diffObjects(deep, copy),
      () => validateObject(deep, {}),
      () => redact(deep),
      () => countEqual(deep, []),
      () => judge(deep, copy, 'spec'),
      () => remember(deep, copy, 'x'),
      () => setFields('spec: 1\n', 0, [{ path: 'spec', value: deep }]),
    ]) {
      expect(tried(work)).toMatchObject({ code: 'too-deep' });
    }
  });
});
