import { DiffLine, FileDiff } from '@stagecraft/plugin-environments-common';
import { structuredPatch, StructuredPatchHunk } from 'diff';
import { FileWrites } from '../repository';

/** Lines of context around a change, as in the pictures. */
const CONTEXT = 3;
/** A file of which all is new or old needs no more than its beginning on screen. */
const MAX_LINES = 2_000;
/** Two files with less in common are shown as one replaced by the other; the time goes with its square. */
const MAX_EDITS = 600;

/** Words beside a line of the result, by its 1-based number there. */
export type LineNotes = ReadonlyMap<number, NonNullable<DiffLine['note']>>;

function lineOf(
  text: string,
  numbers: { before: number; after: number },
  notes: LineNotes,
): DiffLine | undefined {
  const content = text.slice(1).replace(/\r$/, '');
  switch (text[0]) {
    case '+':
      return { type: 'added', text: content, after: numbers.after++ };
    case '-':
      return { type: 'removed', text: content, before: numbers.before++ };
    case ' ': {
      const note = notes.get(numbers.after);
      return {
        type: 'context',
        text: content,
        before: numbers.before++,
        after: numbers.after++,
        ...(note && { note }),
      };
    }
    // "\ No newline at end of file"
    default:
      return undefined;
  }
}

type Hunk = Pick<StructuredPatchHunk, 'oldStart' | 'newStart' | 'lines'>;

/** All of one side away, all of the other there: right for any two texts. */
function wholeHunk(before: string, after: string): Hunk {
  const signed = (text: string, sign: string) =>
    text === ''
      ? []
      : text
          .replace(/\n$/, '')
          .split('\n')
          .map(line => `${sign}${line}`);
  return {
    oldStart: 1,
    newStart: 1,
    lines: [...signed(before, '-'), ...signed(after, '+')],
  };
}

function hunksOf(
  before: string,
  after: string,
  notes: LineNotes,
): DiffLine[][] {
  const patch = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT,
    maxEditLength: MAX_EDITS,
  });
  const hunks: Hunk[] = patch?.hunks ?? [wholeHunk(before, after)];
  return hunks.map(hunk => {
    const numbers = { before: hunk.oldStart, after: hunk.newStart };
    return hunk.lines
      .map(text => lineOf(text, numbers, notes))
      .filter((line): line is DiffLine => line !== undefined);
  });
}

/** The first lines of all hunks together. */
function beginning(hunks: DiffLine[][]): DiffLine[][] {
  let left = MAX_LINES;
  return hunks.flatMap(hunk => {
    const shown = hunk.slice(0, Math.max(0, left));
    left -= hunk.length;
    return shown.length > 0 ? [shown] : [];
  });
}

/** Lines around those with a note, where nothing changes near them. */
function notedHunks(text: string, notes: LineNotes): DiffLine[][] {
  const lines = text.split(/\r?\n/);
  const hunks: DiffLine[][] = [];
  let last = 0;
  for (const number of [...notes.keys()].sort((a, b) => a - b)) {
    const start = Math.max(last + 1, number - 1);
    const end = Math.min(lines.length, number + 1);
    const hunk = start <= last + 1 && hunks.length > 0 ? hunks.pop()! : [];
    for (let at = start; at <= end; at++) {
      const note = notes.get(at);
      hunk.push({
        type: 'context',
        text: lines[at - 1],
        before: at,
        after: at,
        ...(note && { note }),
      });
    }
    if (hunk.length > 0) hunks.push(hunk);
    last = Math.max(last, end);
  }
  return hunks;
}

function statusOf(before?: string, after?: string): FileDiff['status'] {
  if (before === after) return 'unchanged';
  if (before === undefined) return 'created';
  return after === undefined ? 'deleted' : 'changed';
}

/** The difference of one file, as the screens show it. */
export function fileDiff(
  path: string,
  before: string | undefined,
  after: string | undefined,
  notes: LineNotes = new Map(),
): FileDiff {
  const hunks =
    before === after
      ? notedHunks(after ?? '', notes)
      : hunksOf(before ?? '', after ?? '', notes);
  const count = (type: DiffLine['type']) =>
    hunks.flat().filter(line => line.type === type).length;
  return {
    path,
    status: statusOf(before, after),
    added: count('added'),
    removed: count('removed'),
    hunks: beginning(hunks),
  };
}

/** The differences of all files that a change touches, by path. */
export function fileDiffs(touched: {
  before: FileWrites;
  after: FileWrites;
}): FileDiff[] {
  const paths = new Set([...touched.before.keys(), ...touched.after.keys()]);
  return [...paths]
    .sort()
    .map(path =>
      fileDiff(path, touched.before.get(path), touched.after.get(path)),
    );
}
