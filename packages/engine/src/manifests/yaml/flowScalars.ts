import { CODE, END, isBlank, isBreak, isGap } from './characters';
import { Cursor } from './Cursor';

/** What stands between two words: blanks, or line breaks to be folded. */
class Gap {
  /** A line break was met. */
  broken = false;
  #blanks = '';
  #first = '';
  #more = '';

  /** Moves over blanks and breaks. */
  take(cursor: Cursor, checkTab?: () => void): void {
    for (;;) {
      const code = cursor.code();
      if (isBlank(code)) {
        if (this.broken) {
          if (code === CODE.tab) checkTab?.();
        } else {
          this.#blanks += String.fromCharCode(code);
        }
        cursor.skip();
      } else if (isBreak(code)) {
        if (this.broken) {
          this.#more += cursor.takeBreak();
        } else {
          this.#blanks = '';
          this.#first = cursor.takeBreak();
          this.broken = true;
        }
      } else {
        return;
      }
    }
  }

  /** A break that was escaped: it joins the lines, blank ones stay. */
  escapedBreak(cursor: Cursor): void {
    cursor.takeBreak();
    this.broken = true;
  }

  /** The gap as text, one break folded to a space; empties it. */
  fold(): string {
    const folded = this.#first === '\n' ? this.#more || ' ' : undefined;
    const text = this.broken
      ? folded ?? this.#first + this.#more
      : this.#blanks;
    this.broken = false;
    this.#blanks = '';
    this.#first = '';
    this.#more = '';
    return text;
  }
}

/** What begins something else, or nothing. */
const NEVER_PLAIN: ReadonlySet<number> = new Set([
  CODE.space,
  CODE.tab,
  CODE.comma,
  CODE.openList,
  CODE.closeList,
  CODE.openMap,
  CODE.closeMap,
  CODE.hash,
  CODE.ampersand,
  CODE.asterisk,
  CODE.exclamation,
  CODE.pipe,
  CODE.greater,
  CODE.singleQuote,
  CODE.doubleQuote,
  CODE.percent,
  CODE.at,
  CODE.backquote,
]);

/** True if a plain scalar can begin at the cursor. */
export function beginsPlain(cursor: Cursor, inFlow: boolean): boolean {
  const code = cursor.code();
  const next = cursor.code(1);
  if (code === CODE.minus) return !isBlank(next);
  if (code === CODE.question || code === CODE.colon) {
    return !inFlow && !isGap(next);
  }
  return !NEVER_PLAIN.has(code);
}

function endsPlainInFlow(code: number): boolean {
  return (
    code === CODE.comma ||
    code === CODE.question ||
    code === CODE.openList ||
    code === CODE.closeList ||
    code === CODE.openMap ||
    code === CODE.closeMap
  );
}

/** Moves over a word of a plain scalar. */
function skipPlainWord(cursor: Cursor, inFlow: boolean): void {
  for (;;) {
    const code = cursor.code();
    if (isGap(code)) return;
    if (code === CODE.colon && isGap(cursor.code(1))) return;
    if (inFlow && endsPlainInFlow(code)) return;
    cursor.skip();
  }
}

/**
 * A plain scalar. `broken` says that the cursor has come to another line
 * after it. Lines that continue it stand at `indent` at least, in a flow
 * collection anywhere.
 */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  inFlow: boolean,
): { readonly text: string; readonly end: number; readonly broken: boolean } {
  const gap = new Gap();
  let text = '';
  let { offset: end } = cursor;
  for (;;) {
    if (cursor.atDocumentMark() || cursor.code() === CODE.hash) break;
    const start = cursor.offset;
    skipPlainWord(cursor, inFlow);
    if (cursor.offset > start) {
      end = cursor.offset;
      text += gap.fold() + cursor.text.slice(start, end);
    }
    if (cursor.code() === END || !isGap(cursor.code())) break;
    gap.take(cursor, () => {
      if (cursor.column < indent) {
        cursor.fail('a tab cannot indent a line; use spaces');
      }
    });
    if (!inFlow && cursor.column < indent) break;
  }
  return { text, end, broken: gap.broken };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const HEX_LENGTH: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The character that an escape at the cursor stands for. */
function takeEscape(cursor: Cursor): string {
  const letter = cursor.text.charAt(cursor.offset + 1);
  const plain = ESCAPES.get(letter);
  const length = HEX_LENGTH.get(letter);
  if (plain === undefined && length === undefined) {
    cursor.fail(`"\\${letter}" is no escape that YAML knows`);
  }
  const start = cursor.offset + 2;
  const digits = cursor.text.slice(start, start + (length ?? 0));
  if (
    length !== undefined &&
    !new RegExp(`^[0-9a-fA-F]{${length}}$`).test(digits)
  ) {
    cursor.fail(
      `"\\${letter}" must be followed by ${length} hexadecimal digits`,
    );
  }
  const value = parseInt(digits, 16);
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    cursor.fail(`"\\${letter}${digits}" stands for no character`);
  }
  for (let count = 2 + digits.length; count > 0; count--) cursor.skip();
  return plain ?? String.fromCodePoint(value);
}

/** A word in quotes, up to a gap or the closing quote. */
function takeQuotedWord(cursor: Cursor, quote: number, gap: Gap): string {
  const single = quote === CODE.singleQuote;
  let text = '';
  let start = cursor.offset;
  const flush = () => cursor.text.slice(start, cursor.offset);
  for (;;) {
    const code = cursor.code();
    if (isGap(code)) return text + flush();
    if (code === quote) {
      if (!single || cursor.code(1) !== quote) return text + flush();
      cursor.skip();
      text += flush();
      cursor.skip();
      start = cursor.offset;
    } else if (!single && code === CODE.backslash) {
      text += flush();
      if (isBreak(cursor.code(1))) {
        cursor.skip();
        gap.escapedBreak(cursor);
        return text;
      }
      text += takeEscape(cursor);
      start = cursor.offset;
    } else {
      cursor.skip();
    }
  }
}

/** A scalar in single or double quotes, which may span lines. */
export function scanQuoted(cursor: Cursor, quote: number): string {
  const opened = cursor.mark();
  const gap = new Gap();
  let text = '';
  cursor.skip();
  for (;;) {
    if (cursor.atDocumentMark()) {
      cursor.fail('a document ends within quotes', opened);
    }
    if (cursor.code() === END) {
      cursor.fail('the closing quote is missing', opened);
    }
    text += takeQuotedWord(cursor, quote, gap);
    if (cursor.code() === quote) break;
    gap.take(cursor);
    text += gap.fold();
  }
  cursor.skip();
  return text;
}
