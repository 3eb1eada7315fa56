import { environment, resource } from '../../__fixtures__';
import { groupEnvironments } from './groupEnvironments';
import { linesByKind, resourceLines } from './resourceLines';

function env(name: string, ...names: string[]) {
  return environment(
    name,
    'c',
    names.map(n => resource('ConfigMap', n)),
  );
}

describe('resourceLines', () => {
  it.each([
    [
      'the order of the first',
      [
        ['a', 'b', 'c'],
        ['c', 'b', 'a'],
      ],
      'a b c',
    ],
    [
      'a later one after what it follows',
      [
        ['a', 'c'],
        ['a', 'b', 'c'],
      ],
      'a b c',
    ],
    ['one that leads in front', [['b'], ['a', 'b']], 'a b'],
    ['strangers one after the other', [['a'], ['b'], ['c']], 'c b a'],
  ])('keeps %s', (_, names, expected) => {
    const lines = resourceLines(names.map((n, i) => env(`e${i}`, ...n)));
    expect(lines.map(line => line.name).join(' ')).toBe(expected);
  });

  it('takes nothing from environments that may not be seen', () => {
    const lines = resourceLines([
      { state: 'denied', name: 'x', permission: 'p' },
      env('dev', 'a'),
    ]);
    expect(lines).toHaveLength(1);
  });

  it('groups by kind without mixing orders', () => {
    const lines = resourceLines([
      environment('dev', 'c', [
        resource('Service', 'a'),
        resource('Secret', 'b'),
        resource('Service', 'c'),
      ]),
    ]);
    expect(
      linesByKind(lines).map(g => [g.kind, g.lines.map(l => l.name)]),
    ).toEqual([
      ['Service', ['a', 'c']],
      ['Secret', ['b']],
    ]);
  });
});

describe('groupEnvironments', () => {
  it.each([
    ['dev staging production', 'dev staging production'],
    ['dev prod-eu prod-us', 'dev prod:prod-eu+prod-us'],
    ['dev-1 qa-1', 'dev:dev-1 qa:qa-1'],
    ['prod-eu dev prod-us', 'prod:prod-eu dev prod:prod-us'],
  ])('makes of %s %s', (names, expected) => {
    const groups = groupEnvironments(names.split(' ').map(n => env(n)));
    const text = groups.map(({ stage, members }) => {
      const all = members.map(m => m.name).join('+');
      return stage === all ? stage : `${stage}:${all}`;
    });
    expect(text.join(' ')).toBe(expected);
  });
});
