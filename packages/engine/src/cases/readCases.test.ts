import { readCases } from './readCases';
import { recogniseCases } from './recogniseCases';
import { runCase } from './runners';

describe('readCases', () => {
  it.each([
    ['one case a line', '# x\n- {"a": 9007199254740993}\n- {"a": 1}\n'],
    ['YAML', '- a: 9007199254740993\n- a: 1\n'],
    [
      'a mapping with a head',
      'head: x\ncases:\n- {a: 9007199254740993}\n- {a: 1}\n',
    ],
  ])('keeps all digits of long numbers: %s', (_, text) => {
    const { cases } = readCases(text);
    expect(cases).toEqual([{ a: 9007199254740993n }, { a: 1 }]);
  });

  it('gives what stands beside the cases', () => {
    expect(readCases('xrds: {a: 1}\ncases: []').head).toMatchObject({
      xrds: { a: 1 },
    });
  });

  it.each(['', 'text', '1', '{"a": [1, 2]}', '[1, 2]'])(
    'finds no cases in %j',
    text => {
      expect(readCases(`${text}\n`).cases.filter(item => 'id' in item)).toEqual(
        [],
      );
    },
  );

  it('leaves what cannot be read to the parser to explain', () => {
    expect(() => readCases('- {"a": 1}\n- [')).toThrow();
  });
});

describe('recogniseCases', () => {
  it.each([
    [{ input: {}, expect: {} }, 'gates'],
    [{ commits: [] }, 'history'],
    [{ files: {} }, 'layout'],
    [{ base: null, source_now: '', target: null }, 'promotion'],
    [{ desired: {}, live: null }, 'drift'],
    [{ desiredText: 'a: 1' }, 'drift'],
    [{ object: null, read: 'notFound' }, 'health'],
    [{ parts: [] }, 'health'],
    [{ anything: 1 }, undefined],
  ])('%j is %s', (item, kind) => {
    expect(recogniseCases([null, item])).toBe(kind);
  });
});

describe('runCase', () => {
  it('takes an error for a difference', () => {
    expect(runCase('history', { id: 'x', commits: 1 })[0]).toMatch(
      /^threw TypeError/,
    );
  });
});
