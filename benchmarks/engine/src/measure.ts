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

/** How often everybody runs: so many rounds, or more while there is time. */
export interface Effort {
  readonly rounds: number;
  readonly milliseconds: number;
}

/** Short work is disturbed more; more rounds than this make it no better. */
const MOST_ROUNDS = 50;

/**
 * Lets all contestants run in turn, round after round, so that what else the
 * machine does meets all of them; who begins changes. The first run of each
 * is not counted: the code is compiled while it runs. The fastest run is the
 * one that was disturbed least; the median tells how much the others were.
 */
export function measure(comparison: Comparison, effort: Effort): Measured[] {
  const { contestants } = comparison;
  const answers = contestants.map(({ run, says }) => {
    const result = run();
    return says ? says(result) : '';
  });
  const times = contestants.map((): number[] => []);
  const end = performance.now() + effort.milliseconds;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round >= effort.rounds && performance.now() >= end) break;
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

function cpuTime(run: () => unknown, times: number): number {
  const start = process.cpuUsage();
  for (let time = 0; time < times; time++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / times;
}

/** Shorter work is done several times before the clock is read again. */
const SHORTEST_MICROSECONDS = 5000;

/**
 * Microseconds of processor time of the cheapest of as many runs as fit into
 * the milliseconds given. Unlike the time that passes, it says how work grows
 * also on a machine that does other things.
 */
export function leastCpuTime(run: () => unknown, milliseconds: number): number {
  const end = performance.now() + milliseconds;
  const times = Math.ceil(SHORTEST_MICROSECONDS / Math.max(1, cpuTime(run, 1)));
  let least = cpuTime(run, times);
  for (let runs = 1; performance.now() < end || runs < 2; runs++) {
    least = Math.min(least, cpuTime(run, times));
  }
  return least;
}
