import fc from 'fast-check';
import { JsonObject, formatPath } from '../fields';
import { validateObject } from '.';

/** A definition's schema around the schema of `spec`. */
function schema(spec: object): JsonObject {
  return {
    type: 'object',
    properties: { spec: { type: 'object', ...spec } },
  } as JsonObject;
}

function object(spec: unknown): JsonObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    metadata: { name: 'it', labels: { a: 'b' } },
    spec,
  } as JsonObject;
}

function issues(spec: object, value: unknown, before?: unknown): string[] {
  return validateObject(object(value), schema(spec), {
    before: before === undefined ? undefined : object(before),
  }).map(
    ({ code, path, message, severity }) =>
      `${severity} ${code} ${formatPath(path)} ${message}`,
  );
}

const SIZE = {
  properties: { size: { type: 'string', enum: ['small', 'medium', 'large'] } },
};

describe('validateObject', () => {
  it.each<[string, object, unknown, string[]]>([
    ['a valid object', SIZE, { size: 'small' }, []],
    [
      'a value that is not allowed',
      SIZE,
      { size: 'huge' },
      ['error enum spec.size must be one of small, medium, large'],
    ],
    [
      'a wrong type, said once',
      SIZE,
      { size: 5 },
      ['error type spec.size must be a string, not the number 5'],
    ],
    [
      'a missing field, at its own path',
      { ...SIZE, required: ['size'] },
      {},
      ['error required spec.size is required'],
    ],
    [
      'a missing field that has a default',
      {
        properties: { size: { type: 'string', default: 'small' } },
        required: ['size'],
      },
      {},
      [],
    ],
    [
      'bounds',
      {
        properties: {
          replicas: { type: 'integer', minimum: 1, maximum: 6 },
          share: { type: 'number', minimum: 0, exclusiveMinimum: true },
          name: { type: 'string', minLength: 3, pattern: '^[a-z]+$' },
          list: { type: 'array', maxItems: 1, items: { type: 'string' } },
        },
      },
      { replicas: 9, share: 0, name: 'A', list: ['a', 'b'] },
      [
        'error bound spec.replicas must be at most 6',
        'error bound spec.share must be more than 0',
        'error bound spec.name must have at least 3 characters',
        'error bound spec.name must match ^[a-z]+$',
        'error bound spec.list must have at most 1 item',
      ],
    ],
    [
      'null where it is allowed and where it is not',
      {
        properties: {
          a: { type: 'string', nullable: true, enum: ['x'] },
          b: { type: 'string' },
        },
      },
      { a: null, b: null },
      ['error type spec.b must be a string, not empty'],
    ],
    [
      'int-or-string',
      {
        properties: {
          a: {
            'x-kubernetes-int-or-string': true,
            anyOf: [{ type: 'integer' }, { type: 'string' }],
          },
          b: { 'x-kubernetes-int-or-string': true },
        },
      },
      { a: '25%', b: true },
      [
        'error type spec.b must be a whole number or a string, not the boolean true',
      ],
    ],
    [
      'unknown fields, also where a key has odd characters',
      { properties: { known: { type: 'object', properties: {} } } },
      { known: { 'a/b': 1 }, other: {} },
      [
        'warning unknown-field spec.known["a/b"] is not in the definition, the API server would drop it',
        'warning unknown-field spec.other is not in the definition, the API server would drop it',
      ],
    ],
    [
      'fields that are kept without a schema',
      {
        'x-kubernetes-preserve-unknown-fields': true,
        properties: {
          labels: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
      { anything: { goes: 1 }, labels: { a: 1 } },
      ['error type spec.labels.a must be a string, not the number 1'],
    ],
    [
      'an embedded object',
      {
        properties: {
          template: {
            type: 'object',
            'x-kubernetes-embedded-resource': true,
            properties: { spec: { type: 'object' } },
          },
        },
      },
      {
        template: {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'x' },
          extra: 1,
        },
      },
      [
        'warning unknown-field spec.template.extra is not in the definition, the API server would drop it',
      ],
    ],
    [
      'items of keyed and of other lists',
      {
        properties: {
          users: {
            type: 'array',
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['name'],
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                role: { type: 'string' },
              },
            },
          },
          steps: {
            type: 'array',
            items: { type: 'object', required: ['weight'] },
          },
        },
      },
      { users: [{ name: 'a', role: 1 }], steps: [{}] },
      [
        'error type spec.users[name=a].role must be a string, not the number 1',
        'error required spec.steps[0].weight is required',
      ],
    ],
    [
      'a choice of forms is one finding',
      {
        properties: { a: { type: 'string' }, b: { type: 'string' } },
        oneOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      { a: 'x', b: 'y' },
      ['error bound spec has none of the allowed forms'],
    ],
    [
      'formats that the API server checks and those that it does not',
      {
        properties: {
          at: { type: 'string', format: 'date-time' },
          count: { type: 'integer', format: 'int32' },
          other: { type: 'string', format: 'no-such-format' },
        },
      },
      { at: 'yesterday', count: 3_000_000_000, other: 'x' },
      [
        'error bound spec.at must be a date-time',
        'error bound spec.count must be a int32',
      ],
    ],
    [
      'a pattern that only another language can read is left out',
      { properties: { a: { type: 'string', pattern: '(?P<x>a' } } },
      { a: 'b' },
      [],
    ],
  ])('%s', (_, spec, value, expected) => {
    expect(issues(spec, value)).toEqual(expected);
  });

  it('says so when the definition itself cannot be used', () => {
    const found = validateObject(object({}), {
      type: 'object',
      properties: { spec: { type: 'nonsense' } },
    });
    expect(found).toMatchObject([{ code: 'bound', severity: 'error' }]);
  });

  it('does not change what it is given and never throws', () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const structural = schema({
      properties: {
        a: { type: 'object', additionalProperties: { type: 'integer' } },
        b: { type: 'array', items: { type: 'string', default: 'x' } },
        c: { type: 'string', default: 'y' },
      },
      'x-kubernetes-validations': [{ rule: 'self.c != "z"' }],
    });
    fc.assert(
      fc.property(anything, value => {
        const given = object(value);
        const copy = structuredClone(given);
        validateObject(given, structural);
        expect(given).toEqual(copy);
      }),
    );
  });
});
