import { ReadingError } from '../readingError';
import { CODE, END, FORBIDDEN, isBreak, isGap } from './characters';

/** A place in a text: line and column from 0, `index` in characters. */
export interface Mark {
  readonly offset: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** Throws at the first character that YAML allows in no text. */
export function refuseForbidden(text: string): void {
  const found = text.search(FORBIDDEN);
  if (found < 0) return;
  const code = text.charCodeAt(found).toString(16).padStart(4, '0');
  throw new ReadingError(
    'invalid-yaml',
    `the character U+${code.toUpperCase()} is not allowed in YAML; write it as an escape in double quotes`,
    found,
  );
}

/** Moves over a text and knows where it is. */
export class Cursor implements Mark {
  readonly text: string;
  offset = 0;
  index = 0;
  line = 0;
  column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character code some places ahead, {@link END} behind the text. */
  code(ahead = 0): number {
    const at = this.offset + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : END;
  }

  mark(): Mark {
    const { offset, index, line, column } = this;
    return { offset, index, line, column };
  }

  /** Moves over one character of the line, which may be two code units. */
  skip(): void {
    const code = this.text.charCodeAt(this.offset);
    this.offset += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
    this.index++;
    this.column++;
  }

  skipWhile(fits: (code: number) => boolean): void {
    while (this.offset < this.text.length && fits(this.code())) this.skip();
  }

  /** The characters that fit, from here on. */
  take(fits: (code: number) => boolean): string {
    const start = this.offset;
    this.skipWhile(fits);
    return this.text.slice(start, this.offset);
  }

  skipComment(): void {
    if (this.code() === CODE.hash) this.skipWhile(code => !isBreak(code));
  }

  /** Moves over a line break, if one is here; says how it is read. */
  takeBreak(): string {
    const code = this.code();
    if (!isBreak(code)) return '';
    const pair = code === CODE.carriageReturn && this.code(1) === CODE.lineFeed;
    this.offset += pair ? 2 : 1;
    this.index += pair ? 2 : 1;
    this.line++;
    this.column = 0;
    return code === CODE.lineSeparator || code === CODE.paragraphSeparator
      ? String.fromCharCode(code)
      : '\n';
  }

  /** True at `---` or `...` that stands alone at the start of a line. */
  atDocumentMark(): boolean {
    if (this.column !== 0) return false;
    const code = this.code();
    return (
      (code === CODE.minus || code === CODE.dot) &&
      this.code(1) === code &&
      this.code(2) === code &&
      isGap(this.code(3))
    );
  }

  fail(message: string, at: { readonly offset: number } = this): never {
    throw new ReadingError('invalid-yaml', message, at.offset);
  }
}
