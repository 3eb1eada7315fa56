import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from './sha256';

it('is SHA-256', () => {
  const lengths = [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000];
  for (const text of lengths.map(length => 'a'.repeat(length))) {
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const expected = createHash('sha256').update(text).digest('hex');
      expect(sha256(text)).toBe(expected);
    }),
  );
});
