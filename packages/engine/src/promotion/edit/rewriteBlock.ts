import { EditContext, splice } from './context';
import { commentStart, Entry, ownStart, regionEnd } from './entries';
import { columnOf, skipBlanks, startsLine } from './lines';

/** Lines of a new pair or item, to stand after the entry of that position. */
export interface BlockInsertion {
  readonly after: number;
  /** Indented, without a last line break. */
  readonly lines: string;
}

function insertFirst(context: EditContext, first: Entry, lines: string): void {
  const { document } = context;
  const { text } = document;
  if (!startsLine(text, first.start)) {
    const gap = ' '.repeat(columnOf(text, first.start));
    splice(context, first.start, first.start, `${lines.trimStart()}\n${gap}`);
    return;
  }
  const at = ownStart(document, first, document.start);
  splice(context, at, at, `${lines}\n`);
}

function insertAfter(context: EditContext, entry: Entry, lines: string): void {
  const { document } = context;
  const at = regionEnd(document, entry);
  const broken = at === 0 || document.text[at - 1] === '\n';
  splice(context, at, at, broken ? `${lines}\n` : `\n${lines}`);
}

function removeLines(context: EditContext, entry: Entry, limit: number): void {
  const { document } = context;
  const start = ownStart(document, entry, limit);
  splice(context, start, regionEnd(document, entry), '');
}

/**
 * Deletes and inserts entries of a mapping or list in lines. At least one
 * entry has to stay.
 */
export function rewriteBlock(
  context: EditContext,
  entries: readonly Entry[],
  removed: ReadonlySet<number>,
  insertions: readonly BlockInsertion[],
): void {
  const { document } = context;
  const { text } = document;
  const inline = !startsLine(text, entries[0].start);
  const kept = entries.findIndex((_, index) => !removed.has(index));
  let from = 0;
  if (inline && kept > 0) {
    const limit = regionEnd(document, entries[kept - 1]);
    const own = commentStart(document, entries[kept], limit);
    // Comment lines of what is first now come behind the dash.
    const start = skipBlanks(text, own);
    splice(context, entries[0].start, start, '');
    from = kept;
  }
  entries.forEach((entry, index) => {
    if (index < from || !removed.has(index)) return;
    const limit = index > 0 ? regionEnd(document, entries[index - 1]) : 0;
    removeLines(context, entry, limit);
  });
  for (const { after, lines } of insertions) {
    if (after < 0) insertFirst(context, entries[0], lines);
    else insertAfter(context, entries[after], lines);
  }
}
