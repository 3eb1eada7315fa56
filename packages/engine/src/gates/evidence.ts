import { Json } from '../fields';
import { EVIDENCE_CODES, EvidenceCode } from './codes';
import { Evidence, EvidenceLevel, Fact, GateVerdict, Verdict } from './types';

type Details = Omit<Evidence, 'code' | 'level' | 'message'>;

/** One finding; its level comes with its code. */
export function evidence(
  code: EvidenceCode,
  message: string,
  details: Details = {},
): Evidence {
  return { code, level: EVIDENCE_CODES[code], message, ...details };
}

/** A value as a message shows it. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_key, item) =>
    typeof item === 'bigint' ? item.toString() : item,
  );
}

const WEIGHT: Readonly<Record<EvidenceLevel, number>> = {
  info: 0,
  pass: 0,
  warn: 1,
  pending: 2,
  fail: 3,
};

const VERDICTS: readonly Verdict[] = ['pass', 'warn', 'pending', 'fail'];

function weight(item: Evidence): number {
  // A pass that only an override makes possible is a warning, too.
  if (item.relaxed || item.confirmed) return WEIGHT.warn;
  return WEIGHT[item.level];
}

/**
 * The verdict that evidence adds up to: the worst level, where relaxed or
 * confirmed findings are warnings. A passing gate has exactly one pass item,
 * `passed`, besides those that explain.
 */
export function conclude(
  items: readonly Evidence[],
  passed: Evidence,
): GateVerdict {
  const decided = items.some(item => WEIGHT[item.level] > 0);
  const all = decided ? items : [passed, ...items];
  const worst = all.reduce((most, item) => Math.max(most, weight(item)), 0);
  return { verdict: VERDICTS[worst], evidence: all };
}

/** Marks what keeps a gate from passing as relaxed by an accepted override. */
export function relax(verdict: GateVerdict): GateVerdict {
  if (verdict.verdict === 'pass' || verdict.verdict === 'warn') return verdict;
  return {
    verdict: 'warn',
    evidence: verdict.evidence.map(item =>
      WEIGHT[item.level] > WEIGHT.warn ? { ...item, relaxed: true } : item,
    ),
  };
}

/** Why a fact is not known, or undefined when it is. */
export function unknownReason<T>(
  fact: Fact<T> | undefined,
): string | undefined {
  return typeof fact === 'object' && fact !== null && 'unknown' in fact
    ? shown(fact.unknown as Json)
    : undefined;
}

/** The fact when it is known. */
export function known<T>(fact: Fact<T> | undefined): T | undefined {
  return unknownReason(fact) === undefined
    ? (fact as T | undefined)
    : undefined;
}
