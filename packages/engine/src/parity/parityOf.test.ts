import { countEqual, countParity, parityPercent } from './parityOf';
import { FieldReason } from './types';

function reasons(...list: Array<FieldReason['reason']>): FieldReason[] {
  return list.map(reason => ({ reason } as FieldReason));
}

describe('parity in numbers', () => {
  it('counts fields by reason', () => {
    const fields = reasons('override', 'override', 'pending', 'divergent');
    const counts = countParity(fields, 46);
    expect(counts).toEqual({
      equal: 46,
      expected: 2,
      pending: 1,
      ahead: 0,
      unexpected: 1,
    });
    expect(parityPercent(counts)).toBe(96);
  });

  it.each([
    [1000, reasons('divergent'), 99],
    [0, reasons('pending'), 0],
    [0, [], 100],
    [3, reasons('override'), 100],
  ])('%d equal and %j', (equal, fields, percent) => {
    expect(parityPercent(countParity(fields, equal))).toBe(percent);
  });

  it('counts what is equal beside what differs', () => {
    const target = {
      apiVersion: 'v1',
      kind: 'X',
      metadata: { name: 'a', namespace: 'dev', labels: { team: 't' } },
      spec: {
        size: 's',
        args: ['a', 'b'],
        empty: {},
        list: [{ name: 'a', v: 1 }],
        probe: { path: '/', port: 1 },
      },
    };
    expect(countEqual(target, [])).toBe(8);
    const differing = [
      { text: 'spec.size', target: 's' },
      { text: 'spec.probe', target: target.spec.probe },
      { text: 'spec.gone', target: undefined },
    ];
    expect(countEqual(target, differing)).toBe(5);
    expect(countEqual(target, [{ text: '', target }])).toBe(0);
  });
});
