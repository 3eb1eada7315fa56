import { parseDuration, sameDuration } from './duration';

describe('sameDuration', () => {
  it.each([
    ['8760h', '8760h0m0s'],
    ['90m', '1h30m0s'],
    ['1.5s', '1500ms'],
    ['1us', '1\u00b5s'],
    ['0', '0s'],
    ['-1h', '-60m'],
    ['.5h', '30m'],
  ])('%s is %s', (left, right) => {
    expect(sameDuration(left, right)).toBe(true);
  });

  it.each([
    ['1h', '1m'],
    ['1', '1s'],
    ['1h', '1h '],
    ['', '0'],
    ['h', '0'],
    ['1d', '24h'],
  ])('%s is not %s', (left, right) => {
    expect(sameDuration(left, right)).toBe(false);
  });

  it('reads nothing but durations', () => {
    expect(parseDuration('1h30')).toBeUndefined();
    expect(parseDuration('1'.repeat(1000))).toBeUndefined();
    expect(parseDuration('2h45m30.5s')).toBe(9_930_500_000_000n);
  });
});
