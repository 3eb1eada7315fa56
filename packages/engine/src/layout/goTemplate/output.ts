import { UnsupportedTemplate } from './errors';

/** Enough for any honest template; endless ones end here. */
const MAX_STEPS = 100_000;
const MAX_OUTPUT = 1_000_000;
const MAX_WORK = 20_000_000;

/** What a template writes, and the work it may do for it. */
export class Output {
  readonly #parts: string[] = [];
  #length = 0;
  #steps = 0;
  #work = 0;

  write(text: string): void {
    this.#length += text.length;
    if (this.#length > MAX_OUTPUT) {
      throw new UnsupportedTemplate('it writes more than a megabyte');
    }
    this.#parts.push(text);
  }

  step(): void {
    if (++this.#steps > MAX_STEPS) {
      throw new UnsupportedTemplate('it takes too many steps');
    }
  }

  /** Counts the characters that functions make. */
  made(text: string): void {
    this.#work += text.length;
    if (this.#work > MAX_WORK) {
      throw new UnsupportedTemplate('it makes too much text on its way');
    }
  }

  text(): string {
    return this.#parts.join('');
  }
}
