import fc from 'fast-check';
import { groupPairs, pairLines } from './pairLines';

const side = (pairs: ReturnType<typeof pairLines>, key: 'left' | 'right') =>
  pairs.flatMap(pair => pair[key]?.text ?? []);

describe('pairLines', () => {
  it('puts a changed value beside the other and knows its reason', () => {
    const pairs = pairLines(
      'a: 1\nversion: "7.2"\n',
      'a: 1\nversion: "7.0"\n',
      [
        {
          path: 'spec.version',
          left: { value: { state: 'absent' } },
          right: { value: { state: 'absent' } },
          reason: 'pending',
          why: { word: 'Lag', sentence: '' },
        },
      ],
    );
    expect(pairs).toEqual([
      {
        type: 'equal',
        left: { number: 1, text: 'a: 1' },
        right: { number: 1, text: 'a: 1' },
      },
      {
        type: 'different',
        left: { number: 2, text: 'version: "7.2"' },
        right: { number: 2, text: 'version: "7.0"' },
        reason: 'pending',
      },
    ]);
  });

  it('leaves a gap where one side has no line', () => {
    const pairs = pairLines('a: 1\n', 'a: 1\nb: 2\n');
    expect(pairs[1].left).toBeUndefined();
    expect(pairs[1].right).toEqual({ number: 2, text: 'b: 2' });
  });

  it('puts nothing beside a line that writes another key', () => {
    const pairs = pairLines(
      'backup: false\npolicy: lru\n',
      'backup: true\nreplicas: 3\n',
    );
    expect(pairs.map(({ left: l, right: r }) => [l?.text, r?.text])).toEqual([
      ['backup: false', 'backup: true'],
      ['policy: lru', undefined],
      [undefined, 'replicas: 3'],
    ]);
  });

  it('loses no line of either side, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a: 1', 'b: 2', '  c: 3', '- d', ''), {
        maxLength: 12,
      })
      .map(lines => lines.map(line => `${line}\n`).join(''));
    fc.assert(
      fc.property(text, text, (left, right) => {
        const pairs = pairLines(left, right);
        expect(side(pairs, 'left')).toEqual(left.split('\n').slice(0, -1));
        expect(side(pairs, 'right')).toEqual(right.split('\n').slice(0, -1));
        expect(groupPairs(pairs).flat()).toEqual(pairs);
      }),
      { numRuns: 100 },
    );
  });
});
