import { Node } from 'yaml';
import { EditContext, splice } from './context';
import { Entry } from './entries';
import { columnOf, startsLine } from './lines';

/** A new pair or item, to stand after the entry of that position; -1 is first. */
export interface FlowInsertion {
  readonly after: number;
  readonly text: string;
}

/** Replaces all that is inside the brackets. */
function refill(context: EditContext, node: Node, texts: string[]): void {
  const [start, end] = node.range!;
  splice(context, start + 1, end - 1, texts.join(', '));
}

/** Deletes and inserts entries of a mapping or list in brackets. */
export function rewriteFlow(
  context: EditContext,
  node: Node,
  entries: readonly Entry[],
  removed: ReadonlySet<number>,
  insertions: readonly FlowInsertion[],
): void {
  const { text } = context.document;
  if (entries.every((_, index) => removed.has(index))) {
    if (entries.length > 0 || insertions.length > 0) {
      refill(
        context,
        node,
        insertions.map(insertion => insertion.text),
      );
    }
    return;
  }
  const first = entries.findIndex((_, index) => !removed.has(index));
  if (first > 0) splice(context, entries[0].start, entries[first].start, '');
  for (let index = first + 1; index < entries.length; index++) {
    if (removed.has(index)) {
      splice(context, entries[index - 1].end, entries[index].end, '');
    }
  }
  for (const insertion of insertions) {
    const front = insertion.after < 0;
    const entry = entries[front ? 0 : insertion.after];
    const ownLine = startsLine(text, entry.start);
    const gap = ownLine ? `\n${' '.repeat(columnOf(text, entry.start))}` : ' ';
    if (front) {
      splice(context, entry.start, entry.start, `${insertion.text},${gap}`);
    } else {
      splice(context, entry.end, entry.end, `,${gap}${insertion.text}`);
    }
  }
}
