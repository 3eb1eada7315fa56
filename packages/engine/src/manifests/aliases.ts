import { ManifestError } from '../errors';

/** Below the first count 99% may come from aliases, above the second 10%. */
const SMALL_DOCUMENT = 400_000;
const LARGE_DOCUMENT = 4_000_000;

function allowedShare(nodes: number): number {
  if (nodes <= SMALL_DOCUMENT) return 0.99;
  if (nodes >= LARGE_DOCUMENT) return 0.1;
  const over = (nodes - SMALL_DOCUMENT) / (LARGE_DOCUMENT - SMALL_DOCUMENT);
  return 0.99 - 0.89 * over;
}

/**
 * Counts what a document would be with its aliases written out and refuses
 * one that is nearly all repetition, by the rule of go-yaml. Values are
 * shared, never copied, so the count is all that grows.
 */
export class AliasBudget {
  nodes = 0;
  #repeated = 0;

  /** Counts an alias whose target has this many nodes. */
  repeat(size: number): void {
    this.nodes += size;
    this.#repeated += size;
    if (
      this.#repeated > 100 &&
      this.nodes > 1000 &&
      this.#repeated / this.nodes > allowedShare(this.nodes)
    ) {
      throw new ManifestError(
        'too-many-aliases',
        'aliases repeat so much of the document that kubectl and Argo CD refuse it',
      );
    }
  }
}
