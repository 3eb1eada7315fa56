import { JsonValue } from '@backstage/types';
import { KubeObject } from '../kubernetes/objects';
import { getFieldPath, setFieldPath } from './fieldPaths';
import { renderComposition } from './renderComposition';
import { applyTransforms } from './transforms';

describe('field paths', () => {
  it.each([
    ['spec.size', 'small'],
    ['spec.list[1].name', 'b'],
    ['metadata.annotations["a.b/c"]', 'quoted'],
    ['spec.none.deeper', undefined],
    ['spec.list[7]', undefined],
  ])('read %s', (path, expected) => {
    const object = {
      metadata: { annotations: { 'a.b/c': 'quoted' } },
      spec: { size: 'small', list: [{ name: 'a' }, { name: 'b' }] },
    };
    expect(getFieldPath(object, path)).toBe(expected);
  });

  it('write what is not there yet', () => {
    const object = setFieldPath({}, 'spec.parameter[0].value', 'lru');
    expect(object).toEqual({ spec: { parameter: [{ value: 'lru' }] } });
    expect(setFieldPath(object, 'spec.other', 1)).toEqual({
      spec: { parameter: [{ value: 'lru' }], other: 1 },
    });
  });
});

describe('transforms', () => {
  const map = { type: 'map', map: { small: 'cache.t4g.small' } };
  const convert = (toType: string) => ({
    type: 'convert',
    convert: { toType },
  });
  const text = (rule: object) => ({ type: 'string', string: rule });

  it.each<[JsonValue, object[], JsonValue]>([
    ['small', [map], 'cache.t4g.small'],
    ['20Gi', [text({ type: 'TrimSuffix', trim: 'Gi' }), convert('int64')], 20],
    [true, [convert('int64')], 1],
    [3, [convert('string')], '3'],
    ['db', [text({ type: 'Format', fmt: 'arn:%s' })], 'arn:db'],
    ['db', [text({ fmt: '%s-1' })], 'db-1'],
    ['Db', [text({ type: 'Convert', convert: 'ToUpper' })], 'DB'],
    [4, [{ type: 'math', math: { multiply: 1024 } }], 4096],
  ])('make of %j by %j', (value, transforms, expected) => {
    expect(applyTransforms(value, { transforms: transforms as never })).toBe(
      expected,
    );
  });

  it.each<[JsonValue, object]>([
    ['huge', map],
    ['many', convert('int64')],
    ['x', { type: 'match' }],
  ])('refuse %j by %j', (value, transform) => {
    expect(() =>
      applyTransforms(value, { transforms: [transform] as never }),
    ).toThrow(expect.objectContaining({ name: 'TransformError' }));
  });
});

describe('renderComposition', () => {
  const composite = {
    apiVersion: 'acme.example/v1',
    kind: 'XCache',
    metadata: { name: 'sessions', namespace: 'dev', uid: 'u-1' },
    spec: { parameters: { size: 'small' } },
  } as unknown as KubeObject;

  const composition = (patch: object) =>
    ({
      apiVersion: 'apiextensions.crossplane.io/v1',
      kind: 'Composition',
      metadata: { name: 'c' },
      spec: {
        pipeline: [
          {
            step: 'resources',
            input: {
              resources: [
                {
                  name: 'group',
                  base: {
                    apiVersion: 'cache.acme.example/v1',
                    kind: 'Group',
                    spec: { region: 'eu' },
                  },
                  patches: [patch],
                },
              ],
            },
          },
        ],
      },
    } as unknown as KubeObject);

  it('patches the base and marks whose it is', () => {
    const [{ name, object }] = renderComposition(
      composition({
        fromFieldPath: 'spec.parameters.size',
        toFieldPath: 'spec.nodes',
      }),
      composite,
    );
    expect(name).toBe('group');
    expect(object).toMatchObject({
      kind: 'Group',
      metadata: {
        namespace: 'dev',
        labels: { 'crossplane.io/composite': 'sessions' },
        annotations: { 'crossplane.io/composition-resource-name': 'group' },
        ownerReferences: [{ kind: 'XCache', uid: 'u-1', controller: true }],
      },
      spec: { region: 'eu', nodes: 'small' },
    });
  });

  it('passes over what the composite does not say, unless it must', () => {
    const absent = {
      fromFieldPath: 'spec.parameters.memory',
      toFieldPath: 'spec.memory',
    };
    const [{ object }] = renderComposition(composition(absent), composite);
    expect(object.spec).toEqual({ region: 'eu' });
    expect(() =>
      renderComposition(
        composition({ ...absent, policy: { fromFieldPath: 'Required' } }),
        composite,
      ),
    ).toThrow(
      'cannot render composed resource "group": spec.parameters.memory: no such field',
    );
  });
});
