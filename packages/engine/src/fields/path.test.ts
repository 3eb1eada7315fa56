import fc from 'fast-check';
import { getAt } from './getAt';
import { Json, JsonObject } from './json';
import { parsePath } from './parsePath';
import { FieldPath, formatPath, keyPath, PathStep } from './path';
import { parsePointer, toJsonPointer } from './pointer';

const object: JsonObject = {
  spec: {
    ports: [
      { port: 80, protocol: 'UDP', name: 'u' },
      { port: 80, name: 't' },
    ],
    containers: [{ name: 'main', args: ['a', 'b'] }],
  },
  metadata: {
    annotations: { 'crossplane.io/paused': 'true' },
    finalizers: ['x', 'a]b'],
  },
};

describe('paths', () => {
  it.each([
    ['spec.containers[name=main].args[1]', 'b'],
    ['metadata.annotations["crossplane.io/paused"]', 'true'],
    ['metadata.finalizers[="a]b"]', 'a]b'],
    ['spec.ports[port=80,protocol=TCP].name', 't'],
    ['spec.ports[port=80,protocol=UDP].name', 'u'],
    ['spec.nothing.here', undefined],
    ['spec.containers[name=other]', undefined],
    ['spec.containers[name=main].args[7]', undefined],
  ])('%s', (text, value) => {
    const path = parsePath(text);
    expect(path && formatPath(path)).toBe(text);
    expect(getAt(object, path!)).toEqual(value);
  });

  it.each(['a..b', '.a', 'a[', 'a[b', 'a[=', 'a]', 'a["b]', 'a b', 'a['])(
    'does not read %s',
    text => {
      expect(parsePath(text)).toBeUndefined();
    },
  );

  it('reads what it writes, whatever the keys are', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const step: fc.Arbitrary<PathStep> = fc.oneof(
      fc.record({ type: fc.constant('key' as const), key: fc.string() }),
      fc.record({ type: fc.constant('index' as const), index: fc.nat(999) }),
      fc.record({ type: fc.constant('member' as const), value: scalar }),
      fc.record({
        type: fc.constant('item' as const),
        keys: fc.array(
          fc.tuple(
            fc.constantFrom('name', 'port', 'mountPath', 'protocol'),
            scalar as fc.Arbitrary<Json>,
          ),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (path: FieldPath) => {
        const text = formatPath(path);
        const read = parsePath(text);
        expect(read).toBeDefined();
        expect(formatPath(read!)).toBe(text);
      }),
    );
  });

  it('becomes a JSON pointer where the object has its items', () => {
    const paused = keyPath('metadata', 'annotations', 'crossplane.io/paused');
    expect(toJsonPointer(object, paused)).toBe(
      '/metadata/annotations/crossplane.io~1paused',
    );
    const item = parsePath('spec.ports[port=80,protocol=TCP].name')!;
    expect(toJsonPointer(object, item)).toBe('/spec/ports/1/name');
    const absent = parsePath('spec.ports[port=81,protocol=TCP].name')!;
    expect(toJsonPointer(object, absent)).toBeUndefined();
    expect(parsePointer('/a~1b/c~0d')).toEqual(['a/b', 'c~d']);
    expect(parsePointer('a')).toBeUndefined();
  });
});
