import { Cursor, Mark } from './Cursor';

/** A key without `?` stands on one line and is no longer than this. */
const LONGEST_KEY = 1024;

/** A token that turns out to be a key if `:` follows. */
export interface PossibleKey {
  possible: boolean;
  /** It stands where a block mapping goes on, so it must be a key. */
  readonly required: boolean;
  /** Number of the token. */
  readonly token: number;
  readonly mark: Mark;
}

/** Remembers for each flow level what may still turn out to be a key. */
export class PossibleKeys {
  readonly #cursor: Cursor;
  readonly #levels: PossibleKey[] = [];
  readonly #levelOfToken = new Map<number, number>();

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.open(0);
  }

  /** That of the innermost level. */
  get current(): PossibleKey {
    return this.#levels[this.#levels.length - 1];
  }

  /** A flow collection begins with the token of this number. */
  open(token: number): void {
    const mark = this.#cursor.mark();
    this.#levels.push({ possible: false, required: false, token, mark });
  }

  close(): void {
    const key = this.#levels.pop();
    if (key) this.#levelOfToken.delete(key.token);
  }

  /** The token of this number, which comes next, may be a key. */
  save(token: number, required: boolean): void {
    this.drop();
    const mark = this.#cursor.mark();
    const level = this.#levels.length - 1;
    this.#levels[level] = { possible: true, required, token, mark };
    this.#levelOfToken.set(token, level);
  }

  /** What might have been a key is none. */
  drop(): void {
    if (!this.current.possible) return;
    this.#giveUp(this.current);
    this.#levelOfToken.delete(this.current.token);
  }

  /** A `:` follows, so it is a key. */
  confirm(): void {
    this.current.possible = false;
    this.#levelOfToken.delete(this.current.token);
  }

  /** True while the token of this number may be a key. */
  isWaiting(token: number): boolean {
    const level = this.#levelOfToken.get(token);
    return level !== undefined && this.isStillPossible(this.#levels[level]);
  }

  isStillPossible(key: PossibleKey | undefined): boolean {
    if (!key?.possible) return false;
    const { line, index } = this.#cursor;
    if (key.mark.line < line || key.mark.index + LONGEST_KEY < index) {
      this.#giveUp(key);
      return false;
    }
    return true;
  }

  #giveUp(key: PossibleKey): void {
    if (key.required) {
      this.#cursor.fail('a ":" is missing after this key', key.mark);
    }
    key.possible = false;
  }
}
