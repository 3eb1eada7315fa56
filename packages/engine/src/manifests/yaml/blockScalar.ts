import {
  CODE,
  END,
  isBlank,
  isBreak,
  isBreakOrEnd,
  isDigit,
} from './characters';
import { Cursor } from './Cursor';

interface Header {
  /** What becomes of the line breaks at the end: `-` none, `+` all stay. */
  readonly chomping: number;
  /** Indentation that was written, 0 if it is to be found. */
  readonly increment: number;
}

function takeIncrement(cursor: Cursor): number {
  const code = cursor.code();
  if (!isDigit(code)) return 0;
  if (code === CODE.zero) cursor.fail('a block cannot be indented by 0');
  cursor.skip();
  return code - CODE.zero;
}

function takeChomping(cursor: Cursor): number {
  const code = cursor.code();
  if (code !== CODE.plus && code !== CODE.minus) return 0;
  cursor.skip();
  return code;
}

function takeHeader(cursor: Cursor): Header {
  const first = takeChomping(cursor);
  const increment = takeIncrement(cursor);
  const chomping = first || (increment > 0 ? takeChomping(cursor) : 0);
  cursor.skipWhile(isBlank);
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.code())) {
    cursor.fail('the text of a block begins on the next line');
  }
  cursor.takeBreak();
  return { chomping, increment };
}

/** Moves over blank lines and indentation, and finds the latter if need be. */
function takeBreaks(
  cursor: Cursor,
  known: number,
  parent: number,
): { readonly breaks: string; readonly indent: number } {
  let breaks = '';
  let deepest = 0;
  for (;;) {
    const open = () => known === 0 || cursor.column < known;
    while (open() && cursor.code() === CODE.space) cursor.skip();
    deepest = Math.max(deepest, cursor.column);
    if (open() && cursor.code() === CODE.tab) {
      cursor.fail('a tab cannot indent a block; use spaces');
    }
    if (!isBreak(cursor.code())) break;
    breaks += cursor.takeBreak();
  }
  const indent = known === 0 ? Math.max(deepest, parent + 1, 1) : known;
  return { breaks, indent };
}

/**
 * A literal (`|`) or folded (`>`) block.
 *
 * @param parent - indentation of the collection it stands in, -1 if in none
 */
export function scanBlock(cursor: Cursor, parent: number): string {
  const literal = cursor.code() === CODE.pipe;
  cursor.skip();
  const { chomping, increment } = takeHeader(cursor);
  const written = increment > 0 ? Math.max(parent, 0) + increment : 0;
  let { breaks, indent } = takeBreaks(cursor, written, parent);
  let text = '';
  let lineBreak = '';
  let wasBlank = false;
  while (cursor.column === indent && cursor.code() !== END) {
    const blank = isBlank(cursor.code());
    const folds = !literal && !wasBlank && !blank && lineBreak === '\n';
    if (!folds) text += lineBreak;
    else if (breaks === '') text += ' ';
    text += breaks;
    wasBlank = blank;
    text += cursor.take(code => !isBreak(code));
    lineBreak = cursor.takeBreak();
    ({ breaks, indent } = takeBreaks(cursor, indent, parent));
  }
  if (chomping !== CODE.minus) text += lineBreak;
  if (chomping === CODE.plus) text += breaks;
  return text;
}
