import { PlanField } from '@stagecraft/plugin-environments-common';
import {
  byResource,
  decide,
  fieldKey,
  readTyped,
  toSections,
} from './decisions';

function field(path: string, change: Partial<PlanField> = {}): PlanField {
  return {
    resource: 'ConfigMap/settings',
    path,
    action: 'take',
    why: 'sourceChanged',
    source: { state: 'value', text: '1' },
    target: { state: 'absent' },
    ...change,
  };
}

describe('decisions', () => {
  it('keeps the newest decision for a field', () => {
    const first = { resource: 'A/a', path: 'x', choose: 'source' } as const;
    const other = { resource: 'A/a', path: 'y', choose: 'target' } as const;
    const again = { ...first, choose: 'target' } as const;
    expect(decide(decide(decide([], first), other), again)).toEqual([
      other,
      again,
    ]);
  });

  it('leaves a decided field where it was asked for', () => {
    const asked = field('data.A', { action: 'take', decided: 'source' });
    const sections = toSections(
      [
        asked,
        field('data.B'),
        field('data.C', { action: 'keep' }),
        field('data.D', { action: 'decide' }),
      ],
      new Set([fieldKey(asked)]),
    );
    expect(sections.asked.map(f => f.path)).toEqual(['data.A', 'data.D']);
    expect(sections.takes.map(f => f.path)).toEqual(['data.B']);
    expect(sections.keeps.map(f => f.path)).toEqual(['data.C']);
  });

  it('groups by resource in order', () => {
    const groups = byResource([
      field('a', { resource: 'B/b' }),
      field('b', { resource: 'A/a' }),
      field('c', { resource: 'B/b' }),
    ]);
    expect(groups.map(([name, list]) => [name, list.length])).toEqual([
      ['B/b', 2],
      ['A/a', 1],
    ]);
  });

  it.each([
    ['7', {}, 7],
    ['true', {}, true],
    ['10Gi', {}, '10Gi'],
    ['7', { target: { state: 'value', text: '5', quoted: true } }, '7'],
    ['{"a":1}', {}, { a: 1 }],
  ] as Array<[string, Partial<PlanField>, unknown]>)(
    'reads %s as a value of the field',
    (text, change, value) => {
      expect(readTyped(text, field('a', change))).toEqual(value);
    },
  );
});
