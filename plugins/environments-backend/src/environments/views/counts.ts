import { countEqual, FieldReason, HistoryAnswer } from '@stagecraft/engine';
import {
  DifferenceCounts,
  DifferenceReason,
} from '@stagecraft/plugin-environments-common';

/** The engine's words for reasons as the screens have them. */
export const REASONS: Readonly<
  Record<FieldReason['reason'], DifferenceReason>
> = {
  override: 'expected',
  pending: 'pending',
  ahead: 'ahead',
  divergent: 'unexpected',
};

/** Nothing differs, nothing is equal. */
export function noCounts(): DifferenceCounts {
  return {
    expected: 0,
    pending: 0,
    unexpected: 0,
    ahead: 0,
    equal: 0,
    unknown: 0,
  };
}

type Resources = HistoryAnswer['resources'];

/** Differences of some resources by reason, and the number of fields that are equal. */
export function countDifferences(resources: Resources): DifferenceCounts {
  const counts = noCounts();
  for (const { fields, source, target } of resources) {
    for (const field of fields) counts[REASONS[field.reason]] += 1;
    if (source && target) counts.equal += countEqual(target, fields);
  }
  return counts;
}

/** Adds up. */
export function addCounts(
  a: DifferenceCounts,
  b: DifferenceCounts,
): DifferenceCounts {
  return {
    expected: a.expected + b.expected,
    pending: a.pending + b.pending,
    unexpected: a.unexpected + b.unexpected,
    ahead: a.ahead + b.ahead,
    equal: a.equal + b.equal,
    unknown: a.unknown + b.unknown,
  };
}
