import { cache, judge } from './__testUtils__/judge';

describe('hotfix', () => {
  const owed = {
    resource: 'XRedisCache/cache',
    path: 'spec.parameters.memory',
    before: '4Gi',
    value: '8Gi',
  };
  const rules = { hotfix: {} };

  it.each<[string, object, string[]]>([
    ['no debt', { obligations: [] }, ['pass', 'hotfix.none']],
    [
      'unreadable',
      { obligations: { unknown: 'shallow' } },
      ['pending', 'hotfix.unknown (shallow)'],
    ],
    [
      'another object',
      { obligations: [owed], after: [cache({}, 'other')] },
      ['pass', 'hotfix.kept'],
    ],
    [
      'undone before, not by this change',
      {
        obligations: [owed],
        before: [cache({ memory: '4Gi' })],
        after: [cache({ memory: '4Gi', a: 1 })],
      },
      ['pass', 'hotfix.kept'],
    ],
    [
      'a field that the hotfix added is taken away',
      {
        obligations: [{ ...owed, before: null }],
        before: [cache({ memory: '8Gi' })],
        after: [cache({})],
      },
      ['fail', 'hotfix.undone spec.parameters.memory'],
    ],
    [
      'a waiver for another path does not help',
      {
        obligations: [owed],
        before: [cache({ memory: '8Gi' })],
        after: [cache({ memory: '4Gi' })],
        waivers: [{ path: 'spec.parameters.size', by: 'bob' }],
      },
      ['fail', 'hotfix.undone spec.parameters.memory'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(judge('hotfix', { ...facts, rules } as never)).toEqual(expected);
  });
});
