/** A place in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets into a text as lines and columns, in logarithmic time each. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (
      let at = text.indexOf('\n');
      at !== -1;
      at = text.indexOf('\n', at + 1)
    ) {
      this.#starts.push(at + 1);
    }
  }

  /** The place of an offset, which may be the end of the text. */
  at(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low] + 1 };
  }
}
