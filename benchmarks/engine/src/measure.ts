import { Comparison, Contestant } from './types';

/** What a contestant needed, in milliseconds, over all rounds. */
export interface Measured {
  readonly contestant: Contestant;
  readonly fastest: number;
  readonly median: number;
  readonly says: string;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * Lets all contestants run in turn, round after round, so that what else the
 * machine does meets all of them; who begins changes. The first run of each
 * is not counted: the code is compiled while it runs. The fastest run is the
 * one that was disturbed least; the median tells how much the others were.
 */
export function measure(comparison: Comparison, rounds: number): Measured[] {
  const { contestants } = comparison;
  const answers = contestants.map(({ run, says }) => {
    const result = run();
    return says ? says(result) : '';
  });
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (round + turn) % contestants.length;
      times[index].push(timed(contestants[index].run));
    }
  }
  return contestants.map((contestant, index) => {
    const sorted = times[index].sort((a, b) => a - b);
    return {
      contestant,
      fastest: sorted[0],
      median: sorted[sorted.length >> 1],
      says: answers[index],
    };
  });
}

/** Milliseconds of the fastest of as many runs as fit into the time given. */
export function fastestTime(run: () => unknown, milliseconds: number): number {
  const end = performance.now() + milliseconds;
  let fastest = timed(run);
  for (let runs = 1; performance.now() < end || runs < 2; runs++) {
    fastest = Math.min(fastest, timed(run));
  }
  return fastest;
}
