import { BlobContent } from './types';

type Waiting = {
  readonly size: number;
  readonly chunks: Buffer[] | undefined;
  /** Bytes still to come, the line feed after the content included. */
  left: number;
};

function decode(content: Buffer): BlobContent {
  try {
    const text = new TextDecoder('utf-8', {
      fatal: true,
      ignoreBOM: true,
    }).decode(content);
    return { state: 'read', text };
  } catch {
    return { state: 'notText' };
  }
}

/**
 * Cuts the stream of `git cat-file --batch-command` into one answer per
 * question, in order. Contents over the limit are passed over unread, so that
 * one large file costs no memory.
 */
export class BatchParser {
  readonly #maxBytes: number;
  readonly #answer: (content: BlobContent) => void;
  #header = Buffer.alloc(0);
  #waiting: Waiting | undefined;

  constructor(maxBytes: number, answer: (content: BlobContent) => void) {
    this.#maxBytes = maxBytes;
    this.#answer = answer;
  }

  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.#waiting
        ? this.#content(this.#waiting, rest)
        : this.#headerLine(rest);
    }
  }

  #headerLine(chunk: Buffer): Buffer {
    const end = chunk.indexOf(0x0a);
    if (end < 0) {
      this.#header = Buffer.concat([this.#header, chunk]);
      return Buffer.alloc(0);
    }
    const line = Buffer.concat([this.#header, chunk.subarray(0, end)]).toString(
      'utf8',
    );
    this.#header = Buffer.alloc(0);
    // "<oid> <type> <size>", or "<oid> missing"
    const [, type, size] = line.split(' ');
    if (size === undefined) {
      this.#answer({ state: 'missing' });
    } else {
      const bytes = Number(size);
      const readable = type === 'blob' && bytes <= this.#maxBytes;
      this.#waiting = {
        size: bytes,
        chunks: readable ? [] : undefined,
        left: bytes + 1,
      };
    }
    return chunk.subarray(end + 1);
  }

  #content(waiting: Waiting, chunk: Buffer): Buffer {
    const part = chunk.subarray(0, waiting.left);
    waiting.chunks?.push(part);
    waiting.left -= part.length;
    if (waiting.left === 0) {
      this.#waiting = undefined;
      this.#answer(
        waiting.chunks
          ? decode(Buffer.concat(waiting.chunks).subarray(0, waiting.size))
          : { state: 'tooLarge', size: waiting.size },
      );
    }
    return chunk.subarray(part.length);
  }
}
