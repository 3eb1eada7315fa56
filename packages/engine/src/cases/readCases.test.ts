import { readCases } from './readCases';

/** What a file holds in short: `read` cases by id, the others by their reason. */
function summary(text: string) {
  return readCases(text).entries.map(entry =>
    entry.state === 'read'
      ? `${entry.line} ${entry.case.id}`
      : `${entry.line} ! ${entry.reason.slice(0, 40)}`,
  );
}

describe('readCases', () => {
  it.each([
    ['one case a line', '# x\n- {"a": 9007199254740993}\n- {"a": 1}\n'],
    ['YAML', '- a: 9007199254740993\n- a: 1\n'],
    [
      'a mapping with a head',
      'head: x\ncases:\n- {a: 9007199254740993}\n- {a: 1}\n',
    ],
    ['an array', '[{"a": 9007199254740993}, {"a": 1}]'],
  ])('keeps all digits of long numbers: %s', (_, text) => {
    const { cases } = readCases(text);
    expect(cases).toEqual([{ a: 9007199254740993n }, { a: 1 }]);
  });

  it.each([
    ['JSON a line', '# x\n- {"id": "a"}\n\n- {"id": "b"}\n', [2, 4]],
    ['JSON lines', '{"id": "a"}\n{"id": "b"}', [1, 2]],
    ['YAML a line', '- {id: a, x: "}"}\n# {\n- {id: b, x: [1]}\n', [1, 3]],
    ['an array an item a line', '[\n{"id": "a"},\n{"id": "b"}\n]\n', undefined],
    ['an indented array', '[\n  {\n "id": "a"\n },\n {"id": "b"}]', undefined],
    ['flow over lines', '- {id: a,\n   x: 1}\n- {id: b,\n   x: 1}\n', [1, 3]],
    ['blocks', '- id: a\n  x:\n  - id: z\n- id: b\n', [1, 4]],
    ['indented blocks', 'cases:\n  - id: a\n  - id: b\nx: 1', [2, 3]],
    ['documents', '- id: a\n---\n- id: b\n', [1, 3]],
    ['a dash alone', '-\n  id: a\n- id: b\n', [1, 3]],
  ])('reads %s, whatever its line ends', (_, text, lines) => {
    const wanted = ['a', 'b'].map((id, i) => `${lines?.[i]} ${id}`);
    expect(summary(text)).toEqual(wanted);
    expect(summary(`\uFEFF${text.replace(/\n/g, '\r\n')}`)).toEqual(wanted);
  });

  it('gives what stands beside the cases', () => {
    const found = { xrds: { a: 1 } };
    expect(readCases('xrds: {a: 1}\ncases: []').head).toMatchObject(found);
    expect(
      readCases('xrds: {a: 1}\ncases:\n- id: a\n- id: [\ncodes: 2\n').head,
    ).toMatchObject({ ...found, codes: 2 });
  });

  it.each([
    ['YAML', 'id: a\nfiles: {}\n'],
    ['JSON', '{"id": "a",\n"expect": {}}'],
    ['a line', '- {"id": "a"}'],
    ['a line without quotes', '{id: a, live: null}'],
  ])('takes one mapping for one case: %s', (_, text) => {
    expect(readCases(text).cases).toMatchObject([{ id: 'a' }]);
  });

  it.each(['', 'text', '1', '{"a": [1, 2]}', '[]', 'cases:\n'])(
    'finds no cases in %j',
    text => {
      expect(readCases(`${text}\n`).entries).toEqual([]);
    },
  );

  it.each([
    [
      'a line',
      '- {"id": "a"}\n- {"id" ]}\n- {"id": "c"}\n',
      ['1 a', '2 ! ', '3 c'],
    ],
    ['a JSON line', '{"id": "a"}\n{"id": "b\n', ['1 a', '2 ! ']],
    ['the last line', '- {"id": "a"}\n- {"id": "b", "x": [1, 2', ['1 a', '2 ']],
    [
      'a line of an array',
      '[\n{"id": "a"},\n{"id" "b"},\n{"id": "c"}\n]\n',
      ['2 a', '3 ! ', '4 c'],
    ],
    [
      'a block, at its line',
      '- id: a\n- id: b\n  x: 1\n  x: 2\n- id: c\n',
      ['1 a', '4 ! duplicated mapping key', '5 c'],
    ],
    ['a number', '- id: a\n- 1\n- null\n', ['1 a', '2 ! A', '3 ! A']],
    ['what stands before', 'x: [\ncases:\n- id: a\n', ['', '3 a']],
  ])('goes on after %s that cannot be read', (_, text, starts) => {
    const found = summary(text);
    expect(found).toHaveLength(starts.length);
    found.forEach((line, i) => expect(line).toContain(starts[i]));
  });

  it('leaves a file without any list to the parser to explain', () => {
    expect(() => readCases('a: [')).toThrow(/flow/);
  });
});
