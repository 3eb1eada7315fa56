import { Token } from './tokens';

/** This many tokens that were taken are kept before room is made. */
const SLACK = 4096;

/** Tokens on their way to the parser, numbered from the start of the text. */
export class TokenQueue {
  readonly #tokens: Token[] = [];
  #head = 0;
  #taken = 0;

  /** Number of the first token. */
  get first(): number {
    return this.#taken;
  }

  /** Number of the token that is added next. */
  get next(): number {
    return this.#taken + this.#tokens.length - this.#head;
  }

  get isEmpty(): boolean {
    return this.#head === this.#tokens.length;
  }

  peek(): Token {
    return this.#tokens[this.#head];
  }

  skip(): void {
    this.#head++;
    this.#taken++;
    if (this.#head > SLACK) {
      this.#tokens.splice(0, this.#head);
      this.#head = 0;
    }
  }

  add(token: Token): void {
    this.#tokens.push(token);
  }

  /** Puts a token before that of a number, or last if that was taken. */
  insert(number: number, token: Token): void {
    const place = number - this.#taken;
    if (place < 0) this.#tokens.push(token);
    else this.#tokens.splice(this.#head + place, 0, token);
  }
}
