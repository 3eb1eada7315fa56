import { LoggerService } from '@backstage/backend-plugin-api';

export interface LoopOptions {
  readonly name: string;
  /** The longest time between two runs. */
  readonly intervalMs: number;
  readonly logger: LoggerService;
  /** Does the work; may say after how many milliseconds there is more. */
  run(): Promise<number | undefined>;
}

/** Changes that come together are looked at together. */
const SETTLE_MS = 50;

/**
 * Runs a reconciler over and over: at once after it is woken, else now and
 * then. Never twice at a time; a failed run is logged and done again.
 */
export class Loop {
  readonly #options: LoopOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  /** Asks for a run soon. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running) this.#again = true;
    else this.#schedule(SETTLE_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#once();
    }, delay);
  }

  async #once(): Promise<void> {
    this.#again = false;
    let more: number | undefined;
    try {
      more = await this.#options.run();
    } catch (error) {
      if (!this.#stopped) {
        this.#options.logger.warn(
          `${this.#options.name} failed`,
          error as Error,
        );
      }
    }
    this.#running = undefined;
    if (this.#stopped) return;
    const pause = Math.min(more ?? Infinity, this.#options.intervalMs);
    this.#schedule(this.#again ? SETTLE_MS : Math.max(pause, SETTLE_MS));
  }
}
