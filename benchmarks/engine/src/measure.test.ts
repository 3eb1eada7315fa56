import { leastCpuTime, measure } from './measure';
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
    const found = measure(comparison, { rounds: 3, milliseconds: 0 });
    // The first pair is the run that does not count.
    expect(order.join('')).toBe('ababbaab');
    expect(found.map(({ says }) => says)).toEqual(['a says', 'b says']);
    for (const { fastest, median } of found) {
      expect(fastest).toBeGreaterThanOrEqual(0);
      expect(median).toBeGreaterThanOrEqual(fastest);
    }
  });
});

describe('leastCpuTime', () => {
  it('counts work, not waiting', () => {
    const waits = () =>
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    expect(leastCpuTime(waits, 0)).toBeLessThan(15_000);
    let sum = 0;
    const works = () => {
      for (let i = 0; i < 1e7; i++) sum += i % 7;
    };
    expect(leastCpuTime(works, 0)).toBeGreaterThan(1000);
    expect(sum).toBeGreaterThan(0);
  });
});
