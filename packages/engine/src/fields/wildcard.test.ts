import { fitsWildcard } from './wildcard';

describe('fitsWildcard', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['a', 'a', true],
    ['a', 'ab', false],
    ['ab', 'a', false],
    ['*', '', true],
    ['*', 'a.b\nc', true],
    ['a*', 'a', true],
    ['a*b', 'axxb', true],
    ['a*b', 'axxbx', false],
    ['a*b*', 'ab', true],
    ['*ab', 'aab', true],
    ['*a*b', 'xaxab', true],
    ['*abab', 'abaabab', true],
    ['a**b', 'ab', true],
    ['a.c', 'abc', false],
    ['a*', 'a*', true],
    ['*?', 'x', false],
  ])('%j fits %j: %s', (pattern, text, fits) => {
    expect(fitsWildcard(pattern, text)).toBe(fits);
  });

  it.each([
    ['?', 'a', true],
    ['?', '', false],
    ['a?c*', 'abc', true],
    ['*?', '', false],
    ['*?b', 'aab', true],
  ])('with `?`, %j fits %j: %s', (pattern, text, fits) => {
    expect(fitsWildcard(pattern, text, true)).toBe(fits);
  });

  it('ends also where a regular expression would not', () => {
    const text = 'a'.repeat(1000);
    expect(fitsWildcard(`${'*a'.repeat(200)}b`, text)).toBe(false);
    expect(fitsWildcard(`${'*a'.repeat(200)}`, text)).toBe(true);
  });
});
