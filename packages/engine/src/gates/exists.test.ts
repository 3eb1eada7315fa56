import { GateFacts } from '.';
import { cache, judge } from './__testUtils__/judge';

describe('exists', () => {
  const rules = { exists: { overrides: ['spec.parameters.size'] } };

  it.each<[string, Omit<GateFacts, 'to' | 'rules'>, string[]]>([
    [
      'an object that the previous environment does not have',
      { after: [cache({ a: 1 })], git: { staging: [] } },
      ['fail', 'exists.object-missing XRedisCache/cache'],
    ],
    [
      'a value that is removed here and still there',
      {
        before: [cache({ a: 1, b: 2 })],
        after: [cache({ a: 1 })],
        git: { staging: [cache({ a: 1, b: 3 })] },
      },
      ['fail', 'exists.value-differs spec.parameters.b'],
    ],
    [
      'a value that is gone in both',
      {
        before: [cache({ a: 1, b: 2 })],
        after: [cache({ a: 1 })],
        git: { staging: [cache({ a: 1 })] },
      },
      ['pass', 'exists.same'],
    ],
    [
      'a deletion that the previous environment has not made',
      { before: [cache({})], after: [], git: { staging: [cache({})] } },
      ['fail', 'exists.value-differs XRedisCache/cache'],
    ],
    [
      'a deletion that its cluster has not made',
      {
        before: [cache({})],
        after: [],
        git: { staging: [] },
        synced: { staging: [cache({})] },
      },
      ['pending', 'exists.not-deployed XRedisCache/cache'],
    ],
    [
      'an override is not asked to be deployed either',
      {
        before: [cache({ size: 'small' })],
        after: [cache({ size: 'large' })],
        git: { staging: [cache({ size: 'large' })] },
        synced: { staging: [cache({ size: 'small' })] },
      },
      ['pass', 'exists.same'],
    ],
    [
      'a synced commit that cannot be read',
      {
        after: [cache({ a: 1 })],
        git: { staging: [cache({ a: 1 })] },
        synced: { staging: { unknown: 'no Application' } },
      },
      ['pending', 'exists.unknown (no Application)'],
    ],
    [
      'nothing but the namespace changes',
      {
        before: [cache({ a: 1 })],
        after: [
          { ...cache({ a: 1 }), metadata: { name: 'cache', namespace: 'x' } },
        ],
        git: { staging: [] },
      },
      ['pass', 'exists.same'],
    ],
    [
      'a list counts as one value',
      {
        before: [cache({ list: [1] })],
        after: [cache({ list: [1, 2] })],
        git: { staging: [cache({ list: [2, 1] })] },
      },
      ['fail', 'exists.value-differs spec.parameters.list'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(judge('exists', { ...facts, rules })).toEqual(expected);
  });
});
