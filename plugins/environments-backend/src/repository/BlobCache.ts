/** Least recently used texts by blob id, bounded by their total length. */
export class BlobCache {
  readonly #texts = new Map<string, string>();
  readonly #capacity: number;
  #length = 0;

  /** @param capacity - total length of the kept texts, in UTF-16 units */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(oid: string): string | undefined {
    const text = this.#texts.get(oid);
    if (text !== undefined) {
      this.#texts.delete(oid);
      this.#texts.set(oid, text);
    }
    return text;
  }

  put(oid: string, text: string): void {
    if (text.length > this.#capacity || this.#texts.has(oid)) return;
    this.#texts.set(oid, text);
    this.#length += text.length;
    for (const [oldest, dropped] of this.#texts) {
      if (this.#length <= this.#capacity) return;
      this.#texts.delete(oldest);
      this.#length -= dropped.length;
    }
  }
}
