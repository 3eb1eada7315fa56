import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an expectation until it holds. */
export async function waitFor(
  expectation: () => void | Promise<void>,
  timeoutMs = 8_000,
): Promise<void> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(20);
    }
  }
}
