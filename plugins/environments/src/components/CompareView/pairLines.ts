import {
  DifferenceReason,
  FieldDifference,
} from '@stagecraft/plugin-environments-common';
import { diffLines } from 'diff';

/** One row of two texts side by side. A side without `number` is a gap. */
export interface LinePair {
  type: 'equal' | 'different';
  left?: { number: number; text: string };
  right?: { number: number; text: string };
  reason?: DifferenceReason;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

const KEY = /^\s*(?:- )?"?([^":]+)"?:/;

function keyOf(line: string): string | undefined {
  return line.match(KEY)?.[1];
}

/** The reason of the field that a line writes, found by the line's key. */
function reasonOf(
  line: string | undefined,
  fields: FieldDifference[],
): DifferenceReason | undefined {
  const key = line && keyOf(line);
  return (key &&
    fields.find(
      field =>
        field.path.endsWith(`.${key}`) || field.path.endsWith(`"${key}"]`),
    )?.reason) as DifferenceReason | undefined;
}

/**
 * Lays two texts side by side: equal lines on one row, those that write the
 * same key beside each other, gaps where a side has no such line.
 */
export function pairLines(
  left: string,
  right: string,
  fields: FieldDifference[] = [],
): LinePair[] {
  const pairs: LinePair[] = [];
  let leftNumber = 0;
  let rightNumber = 0;
  let removed: string[] = [];

  const push = (before?: string, after?: string) =>
    pairs.push({
      type: 'different',
      left:
        before === undefined
          ? undefined
          : { number: ++leftNumber, text: before },
      right:
        after === undefined
          ? undefined
          : { number: ++rightNumber, text: after },
      reason: reasonOf(before, fields) ?? reasonOf(after, fields),
    });
  const flush = (added: string[]) => {
    const rest = [...added];
    for (const before of removed) {
      const at = rest.findIndex(after => keyOf(after) === keyOf(before));
      if (at < 0) {
        push(before);
      } else {
        rest.splice(0, at).forEach(after => push(undefined, after));
        push(before, rest.shift());
      }
    }
    rest.forEach(after => push(undefined, after));
    removed = [];
  };

  for (const part of diffLines(left, right)) {
    const lines = linesOf(part.value);
    if (part.removed) {
      removed = lines;
    } else if (part.added) {
      flush(lines);
    } else {
      flush([]);
      for (const text of lines) {
        pairs.push({
          type: 'equal',
          left: { number: ++leftNumber, text },
          right: { number: ++rightNumber, text },
        });
      }
    }
  }
  flush([]);
  return pairs;
}

/** Neighbouring pairs of one type, so that long equal stretches can be folded. */
export function groupPairs(pairs: LinePair[]): LinePair[][] {
  const groups: LinePair[][] = [];
  for (const pair of pairs) {
    const last = groups.at(-1);
    if (last?.[0].type === pair.type) {
      last.push(pair);
    } else {
      groups.push([pair]);
    }
  }
  return groups;
}
