import fc from 'fast-check';
import { Json } from './json';
import { parseQuantity, sameQuantity } from './quantity';

describe('sameQuantity', () => {
  it.each<[Json, Json]>([
    ['1000m', 1],
    ['1024Mi', '1Gi'],
    ['0.5', '500m'],
    ['1000M', '1G'],
    ['1e3', '1k'],
    ['1E3', '1000'],
    ['1E', '1000P'],
    ['1.5Gi', '1536Mi'],
    ['0.5Gi', '512Mi'],
    ['100n', '0.1u'],
    ['010', 10],
    ['+5', 5],
    ['-1Ki', '-1024'],
    ['.5', '500m'],
    ['5.', 5],
    ['0', '0Gi'],
    [9007199254740993n, '9007199254740993'],
    ['0.0000000001', '1n'],
    ['1e-3', '1m'],
    ['12e6', '12M'],
    [0.25, '250m'],
    [1e21, '1e21'],
  ])('%p is %p', (left, right) => {
    expect(sameQuantity(left, right)).toBe(true);
  });

  it.each<[Json, Json]>([
    ['1Gi', '1G'],
    ['1m', '1M'],
    ['500m', 1],
    [9007199254740993n, 9007199254740992n],
    ['abc', 'abc'],
    ['', 0],
    ['1 Gi', '1Gi'],
    ['1KiB', '1Ki'],
    [true, 1],
    ['1e', '1'],
  ])('%p is not %p', (left, right) => {
    expect(sameQuantity(left, right)).toBe(false);
  });

  it('takes the same time for hostile numbers', () => {
    expect(parseQuantity('1e999999999')).toBeUndefined();
    expect(parseQuantity(`1${'0'.repeat(100_000)}`)).toBeUndefined();
    expect(sameQuantity('1e99999', '10e99998')).toBe(true);
  });

  it('does not depend on how a number is written', () => {
    const suffix = fc.constantFrom(
      ['', 1n],
      ['k', 1000n],
      ['Ki', 1024n],
      ['M', 10n ** 6n],
      ['Gi', 1024n ** 3n],
    ) as fc.Arbitrary<[string, bigint]>;
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), suffix, (n, [s, f]) => {
        expect(sameQuantity(`${n}${s}`, `${n * f}`)).toBe(true);
        expect(sameQuantity(`${n}${s}`, `${n * f * 1000n}m`)).toBe(true);
        expect(sameQuantity(`${n}${s}`, `${n * f + 1n}`)).toBe(false);
      }),
    );
  });
});
