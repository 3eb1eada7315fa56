import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a worker says of one program. */
export type JqOutput =
  | { readonly state: 'done'; readonly text: string }
  | { readonly state: 'failed'; readonly reason: string };

type Message = JqOutput | { readonly state: 'ready' };

/** Loading the WebAssembly takes about a tenth of this on a busy machine. */
const START_MS = 30_000;

function workerFile(): string {
  const manifest = require.resolve('@stagecraft/engine-node/package.json');
  return join(dirname(manifest), 'worker/jq.cjs');
}

/** One jq in a thread of its own, asked one thing at a time. */
export class JqWorker {
  readonly #thread: Worker;
  #waiting?: { done(message: Message): void; fail(error: Error): void };
  #ready: Promise<unknown>;

  constructor() {
    this.#thread = new Worker(workerFile(), {
      // Expressions may read the environment, which is none of their business.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    this.#thread.unref();
    this.#thread.on('message', (message: Message) => {
      this.#waiting?.done(message);
    });
    const fail = (error: Error) => this.#waiting?.fail(error);
    this.#thread.on('error', fail);
    this.#thread.on('exit', () => fail(new Error('jq ended by itself')));
    this.#ready = this.#next(START_MS);
    // Whoever asks is told; nobody has to.
    this.#ready.catch(() => {});
  }

  /**
   * Runs one path expression over a JSON list of inputs.
   *
   * @throws when it takes longer, or when the thread ends; it is of no use then
   */
  async ask(
    task: { expression: string; inputs: string },
    timeoutMs: number,
  ): Promise<JqOutput> {
    await this.#ready;
    const answered = this.#next(timeoutMs);
    this.#thread.postMessage(task);
    const message = await answered;
    if (message.state === 'ready') throw new Error('jq was not ready');
    return message;
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #next(timeoutMs: number): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.#thread.ref();
      const timer = setTimeout(
        () =>
          this.#waiting?.fail(
            new Error(`It took longer than ${timeoutMs / 1000} s.`),
          ),
        timeoutMs,
      );
      const settle = () => {
        clearTimeout(timer);
        this.#waiting = undefined;
        this.#thread.unref();
      };
      this.#waiting = {
        done(message) {
          settle();
          resolve(message);
        },
        fail(error) {
          settle();
          reject(error);
        },
      };
    });
  }
}
