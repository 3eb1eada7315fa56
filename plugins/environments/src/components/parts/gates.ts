import {
  GateResult,
  GateSummary,
  GateVerdict,
} from '@stagecraft/plugin-environments-common';
import { T } from '../../hooks/useT';
import { Tone } from '../../styles';
import { clockTime } from '../../time';
import { MarkName } from './Mark';

export interface GateCounts {
  pass: number;
  wait: number;
  fail: number;
}

const VERDICTS: Record<
  GateVerdict,
  { counted: keyof GateCounts; tone: Tone; mark: MarkName }
> = {
  pass: { counted: 'pass', tone: 'positive', mark: 'pass' },
  warn: { counted: 'pass', tone: 'warning', mark: 'check' },
  pending: { counted: 'wait', tone: 'neutral', mark: 'clock' },
  fail: { counted: 'fail', tone: 'negative', mark: 'cross' },
};

const GATE_MARKS: Record<string, MarkName> = {
  approval: 'user',
  soak: 'clock',
  freeze: 'freeze',
  parity: 'fork',
  hotfix: 'bolt',
};

/** Number of gates by outcome; a warning passes. */
export function countGates(gates: GateSummary): GateCounts {
  const counts: GateCounts = { pass: 0, wait: 0, fail: 0 };
  for (const result of gates.results) {
    counts[VERDICTS[result.verdict].counted] += 1;
  }
  return counts;
}

export function gateTone(verdict: GateVerdict): Tone {
  return VERDICTS[verdict].tone;
}

/** A gate that waits shows what it waits for, others whether they pass. */
export function gateMark(result: GateResult): MarkName {
  const waits = result.verdict === 'pending';
  return (
    (waits ? GATE_MARKS[result.gate] : undefined) ??
    VERDICTS[result.verdict].mark
  );
}

/** Worst first: what fails, what waits, what passes. */
export function sortGates(results: GateResult[]): GateResult[] {
  const order: GateVerdict[] = ['fail', 'pending', 'warn', 'pass'];
  return [...results].sort(
    (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict),
  );
}

/** A gate in a few words: "Soak time until 14:48", "Approval 0 of 1". */
export function gateInShort(t: T, result: GateResult, now: number): string {
  const { title, until, evidence, verdict } = result;
  if (until && verdict === 'pending') {
    return t('parts.gates.until', { title, time: clockTime(until, now) });
  }
  const fraction = evidence[0]?.match(/^\d+ of \d+/)?.[0];
  return fraction ? t('parts.gates.short', { title, fraction }) : title;
}
