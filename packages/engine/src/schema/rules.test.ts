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

describe('x-kubernetes-validations rules', () => {
  const rule = (text: string, message?: string) => ({
    properties: {
      replicas: { type: 'integer', maximum: 9 },
      share: { type: 'number' },
      storage: { type: 'string' },
      list: { type: 'array', items: { type: 'string' } },
      size: { type: 'string', enum: ['small'] },
    },
    'x-kubernetes-validations': [{ rule: text, ...(message && { message }) }],
  });

  it.each<[string, object, unknown, string[]]>([
    [
      'whole numbers are int',
      rule('self.replicas % 2 == 1'),
      { replicas: 3 },
      [],
    ],
    ['numbers are double', rule('self.share > 0.5'), { share: 1 }, []],
    [
      'message',
      rule('has(self.storage)', 'storage is needed'),
      {},
      ['error rule spec breaks a rule: storage is needed'],
    ],
    [
      'without a message the rule itself',
      rule('size(self.list) > 1'),
      { list: ['a'] },
      ['error rule spec must satisfy size(self.list) > 1'],
    ],
    [
      'not evaluated on a wrong shape',
      rule('has(self.storage)'),
      { size: 'big' },
      ['error enum spec.size must be one of small'],
    ],
    [
      'evaluated beside a wrong value',
      rule('has(self.storage)', 'storage is needed'),
      { replicas: 10 },
      [
        'error bound spec.replicas must be at most 9',
        'error rule spec breaks a rule: storage is needed',
      ],
    ],
    [
      'that cannot be read are not passed',
      rule('self.replicas ==='),
      { replicas: 1 },
      ['error rule spec has a rule that cannot be read: self.replicas ==='],
    ],
    [
      'that cannot be evaluated are not passed',
      rule('self.storage.size() > 1', 'long names only'),
      {},
      [
        'error rule spec breaks a rule that cannot be evaluated: long names only',
      ],
    ],
  ])('%s', (_, spec, value, expected) => {
    expect(issues(spec, value)).toEqual(expected);
  });

  it('compare with the object before where there is one', () => {
    const spec = rule('self.replicas >= oldSelf.replicas', 'never smaller');
    expect(issues(spec, { replicas: 1 })).toEqual([]);
    expect(issues(spec, { replicas: 1 }, { replicas: 2 })).toEqual([
      'error rule spec breaks a rule: never smaller',
    ]);
  });
});
