import { fileDiff, fileDiffs, LineNotes } from './fileDiffs';

const lines = (count: number, change?: [number, string]) =>
  Array.from({ length: count }, (_, index) =>
    change?.[0] === index + 1 ? change[1] : `line ${index + 1}`,
  )
    .map(line => `${line}\n`)
    .join('');

describe('fileDiff', () => {
  it.each([
    ['a new file', undefined, 'a\nb\n', 'created', 2, 0],
    ['a deleted file', 'a\n', undefined, 'deleted', 0, 1],
    ['a changed line', 'a\nb\nc\n', 'a\nx\nc\n', 'changed', 1, 1],
    ['a missing last line feed', 'a\n', 'a', 'changed', 1, 1],
    ['Windows line ends', 'a\r\nb\r\n', 'a\r\nc\r\n', 'changed', 1, 1],
    ['nothing', 'a\n', 'a\n', 'unchanged', 0, 0],
    ['no file at all', undefined, undefined, 'unchanged', 0, 0],
  ])('tells of %s', (_title, before, after, status, added, removed) => {
    const diff = fileDiff('x.yaml', before, after);
    expect(diff).toMatchObject({ status, added, removed });
    expect(diff.hunks.flat().some(({ text }) => /[\r\n]/.test(text))).toBe(
      false,
    );
  });

  it('numbers lines on both sides and shows three around a change', () => {
    const { hunks } = fileDiff(
      'x.yaml',
      lines(40),
      lines(40, [20, 'changed']).replace('line 38\n', ''),
    );
    expect(hunks).toHaveLength(2);
    expect(hunks[0].map(({ before, after }) => [before, after])).toEqual([
      [17, 17],
      [18, 18],
      [19, 19],
      [20, undefined],
      [undefined, 20],
      [21, 21],
      [22, 22],
      [23, 23],
    ]);
    expect(hunks[1].at(-1)).toMatchObject({ before: 40, after: 39 });
  });

  it('puts notes beside lines, also where nothing changes', () => {
    const notes: LineNotes = new Map([
      [2, 'undecided'],
      [3, 'kept'],
      [20, 'undecided'],
    ]);
    const { hunks } = fileDiff('x.yaml', lines(30), lines(30), notes);
    expect(
      hunks.map(hunk => hunk.map(({ after, note }) => `${after}${note ?? ''}`)),
    ).toEqual([
      ['1', '2undecided', '3kept', '4'],
      ['19', '20undecided', '21'],
    ]);
  });

  it('shows the beginning of what is very long', () => {
    const diff = fileDiff('x.yaml', undefined, lines(5000));
    expect(diff.hunks.flat()).toHaveLength(2000);
    expect(diff.added).toBe(5000);
  });

  it('does not take long over files that have nothing in common', () => {
    const diff = fileDiff(
      'x.yaml',
      lines(20_000),
      lines(20_000).replace(/line/g, 'other'),
    );
    expect(diff).toMatchObject({ added: 20_000, removed: 20_000 });
  });

  it('lists files by path', () => {
    const diffs = fileDiffs({
      before: new Map([
        ['b', '1\n'],
        ['c', '1\n'],
      ]),
      after: new Map([
        ['a', '1\n'],
        ['b', '2\n'],
      ]),
    });
    expect(diffs.map(({ path, status }) => [path, status])).toEqual([
      ['a', 'created'],
      ['b', 'changed'],
      ['c', 'deleted'],
    ]);
  });
});
