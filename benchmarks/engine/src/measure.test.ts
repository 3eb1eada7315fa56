import { measure } from './measure';
import { contestant } from './types';

describe('measure', () => {
  it('lets the contestants begin in turn and keeps their answers', () => {
    const order: string[] = [];
    const entry = (name: string) =>
      contestant(
        name,
        () => order.push(name),
        () => `${name} says`,
      );
    const comparison = {
      title: 'x',
      count: 1,
      unit: 'runs',
      contestants: [entry('a'), entry('b')],
    };
    const found = measure(comparison, 3);
    // The first pair is the run that does not count.
    expect(order.join('')).toBe('ababbaab');
    expect(found.map(({ says }) => says)).toEqual(['a says', 'b says']);
    for (const { fastest, median } of found) {
      expect(fastest).toBeGreaterThanOrEqual(0);
      expect(median).toBeGreaterThanOrEqual(fastest);
    }
  });
});
