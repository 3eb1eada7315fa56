import { ReadingError } from '../readingError';
import { scanBlock } from './blockScalar';
import { CODE, END, isBreak, isGap } from './characters';
import { Cursor, Mark, refuseForbidden } from './Cursor';
import { beginsPlain, scanPlain, scanQuoted } from './flowScalars';
import { scanDirective, scanName, scanTag } from './names';
import { PossibleKeys } from './PossibleKeys';
import { TokenQueue } from './TokenQueue';
import { PunctuationType, Token } from './tokens';

/** Deeper than this go-yaml does not read. */
const MAX_LEVELS = 10_000;

/**
 * Takes a text apart as go-yaml v2 does, which is more lenient than YAML 1.2
 * in some places (a flow collection or quoted text may go on at any column,
 * a tab may follow `key:`) and stricter in others (no tab before a key).
 * Tokens are made as late as possible, so what follows the first document is
 * only looked at as far as go-yaml looks. Throws {@link ReadingError}.
 */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #tokens = new TokenQueue();
  readonly #keys: PossibleKeys;
  #ended = false;
  #flowLevel = 0;
  #indent = -1;
  readonly #indents: number[] = [];
  #keyAllowed = true;

  constructor(text: string) {
    refuseForbidden(text);
    this.#cursor = new Cursor(text);
    const marked = text.charCodeAt(0) === CODE.byteOrderMark;
    if (marked) this.#cursor.offset = 1;
    this.#keys = new PossibleKeys(this.#cursor);
  }

  /** The next token, which stays. */
  peek(): Token {
    this.#fill();
    return this.#tokens.peek();
  }

  /** Goes on to the token after the next. */
  skip(): void {
    this.#tokens.skip();
  }

  /** Makes tokens until the next one can no longer become a key. */
  #fill(): void {
    while (!this.#ended) {
      const waits =
        this.#tokens.isEmpty || this.#keys.isWaiting(this.#tokens.first);
      if (!waits) return;
      this.#fetch();
    }
  }

  #punctuation(type: PunctuationType, length: number): void {
    const { offset } = this.#cursor;
    for (let count = length; count > 0; count--) this.#cursor.skip();
    this.#tokens.add({ type, offset, end: this.#cursor.offset });
  }

  /** Remembers that the token that comes may be a key. */
  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const required =
      this.#flowLevel === 0 && this.#indent === this.#cursor.column;
    this.#keys.save(this.#tokens.next, required);
  }

  /** Opens a block collection if the column is deeper than the last. */
  #indentTo(
    mark: Mark,
    type: 'block-list' | 'block-map',
    before?: number,
  ): void {
    if (this.#flowLevel > 0 || this.#indent >= mark.column) return;
    this.#indents.push(this.#indent);
    this.#indent = mark.column;
    this.#checkDepth(this.#indents.length);
    const token: Token = { type, offset: mark.offset, end: mark.offset };
    if (before === undefined) this.#tokens.add(token);
    else this.#tokens.insert(before, token);
  }

  /** Closes the block collections that are deeper than the column. */
  #unindentTo(column: number): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#punctuation('block-end', 0);
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #checkDepth(depth: number): void {
    if (depth > MAX_LEVELS) {
      const { offset } = this.#cursor;
      throw new ReadingError('too-deep', 'the nesting is too deep', offset);
    }
  }

  #skipGap(): void {
    const cursor = this.#cursor;
    for (;;) {
      const tabs = this.#flowLevel > 0 || !this.#keyAllowed;
      let code = cursor.code();
      while (code === CODE.space || (tabs && code === CODE.tab)) {
        cursor.skip();
        code = cursor.code();
      }
      cursor.skipComment();
      if (!isBreak(cursor.code())) return;
      cursor.takeBreak();
      if (this.#flowLevel === 0) this.#keyAllowed = true;
    }
  }

  #fetch(): void {
    const cursor = this.#cursor;
    this.#skipGap();
    this.#unindentTo(cursor.column);
    const code = cursor.code();
    if (code === END) {
      this.#outermost();
      this.#punctuation('stream-end', 0);
      this.#ended = true;
    } else if (cursor.column === 0 && code === CODE.percent) {
      this.#outermost();
      this.#tokens.add(scanDirective(cursor));
    } else if (cursor.atDocumentMark()) {
      this.#outermost();
      const start = code === CODE.minus;
      this.#punctuation(start ? 'document-start' : 'document-end', 3);
    } else if (!this.#fetchIndicator(code)) {
      this.#fetchScalar(code);
    }
  }

  #outermost(): void {
    this.#unindentTo(-1);
    this.#keys.drop();
    this.#keyAllowed = false;
  }

  /** Makes a token of an indicator; false if here is none. */
  #fetchIndicator(code: number): boolean {
    const inFlow = this.#flowLevel > 0;
    const alone = isGap(this.#cursor.code(1));
    switch (code) {
      case CODE.openList:
      case CODE.openMap:
        this.#open(code === CODE.openList ? '[' : '{');
        return true;
      case CODE.closeList:
      case CODE.closeMap:
        this.#close(code === CODE.closeList ? ']' : '}');
        return true;
      case CODE.comma:
        this.#keys.drop();
        this.#keyAllowed = true;
        this.#punctuation(',', 1);
        return true;
      case CODE.minus:
        if (alone) this.#entry();
        return alone;
      case CODE.question:
        if (inFlow || alone) this.#explicitKey();
        return inFlow || alone;
      case CODE.colon:
        if (inFlow || alone) this.#value();
        return inFlow || alone;
      default:
        return false;
    }
  }

  #fetchScalar(code: number): void {
    const cursor = this.#cursor;
    const { offset } = cursor;
    switch (code) {
      case CODE.asterisk:
      case CODE.ampersand:
      case CODE.exclamation:
        this.#saveKey();
        this.#keyAllowed = false;
        this.#tokens.add(
          code === CODE.exclamation ? scanTag(cursor) : scanName(cursor),
        );
        return;
      case CODE.singleQuote:
      case CODE.doubleQuote: {
        this.#saveKey();
        this.#keyAllowed = false;
        const text = scanQuoted(cursor, code);
        this.#scalar(offset, cursor.offset, text, false);
        return;
      }
      case CODE.pipe:
      case CODE.greater:
        if (this.#flowLevel > 0) break;
        this.#keys.drop();
        this.#keyAllowed = true;
        this.#block();
        return;
      default:
    }
    if (!beginsPlain(cursor, this.#flowLevel > 0)) {
      cursor.fail(
        code === CODE.tab
          ? 'a tab cannot stand here; use spaces'
          : `"${String.fromCharCode(
              code,
            )}" cannot begin a value; quote it if it is text`,
      );
    }
    this.#saveKey();
    this.#keyAllowed = false;
    const inFlow = this.#flowLevel > 0;
    const plain = scanPlain(cursor, this.#indent + 1, inFlow);
    if (plain.broken) this.#keyAllowed = true;
    this.#scalar(offset, plain.end, plain.text, true);
  }

  #block(): void {
    const { offset } = this.#cursor;
    const text = scanBlock(this.#cursor, this.#indent);
    this.#scalar(offset, this.#cursor.offset, text, false);
  }

  #scalar(offset: number, end: number, text: string, plain: boolean): void {
    this.#tokens.add({ type: 'scalar', offset, end, text, plain });
  }

  #open(type: '[' | '{'): void {
    this.#saveKey();
    this.#keys.open(this.#tokens.next);
    this.#flowLevel++;
    this.#checkDepth(this.#flowLevel);
    this.#keyAllowed = true;
    this.#punctuation(type, 1);
  }

  #close(type: ']' | '}'): void {
    this.#keys.drop();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      this.#keys.close();
    }
    this.#keyAllowed = false;
    this.#punctuation(type, 1);
  }

  #entry(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) {
        this.#cursor.fail('a list entry ("- ") cannot begin here');
      }
      this.#indentTo(this.#cursor.mark(), 'block-list');
    }
    this.#keys.drop();
    this.#keyAllowed = true;
    this.#punctuation('-', 1);
  }

  #explicitKey(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) this.#cursor.fail('a key cannot begin here');
      this.#indentTo(this.#cursor.mark(), 'block-map');
    }
    this.#keys.drop();
    this.#keyAllowed = this.#flowLevel === 0;
    this.#punctuation('key', 1);
  }

  #value(): void {
    const key = this.#keys.current;
    if (this.#keys.isStillPossible(key)) {
      const { offset } = key.mark;
      this.#tokens.insert(key.token, { type: 'key', offset, end: offset });
      this.#indentTo(key.mark, 'block-map', key.token);
      this.#keys.confirm();
      this.#keyAllowed = false;
    } else {
      if (this.#flowLevel === 0) {
        if (!this.#keyAllowed) {
          this.#cursor.fail(
            'a ": " cannot stand here; quote text that has one',
          );
        }
        this.#indentTo(this.#cursor.mark(), 'block-map');
      }
      this.#keyAllowed = this.#flowLevel === 0;
    }
    this.#punctuation('value', 1);
  }
}
