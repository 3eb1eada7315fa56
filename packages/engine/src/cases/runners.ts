import type { JqQuestion } from '../drift';
import { DriftCase, jqQuestionOfCase, runDriftCase } from './driftCases';
import { runGatesCase } from './gatesCases';
import { runHealthCase } from './healthCases';
import { HistoryCase, runHistoryCase } from './historyCases';
import { LayoutCase, runLayoutCase } from './layoutCases';
import { PromotionCase, runPromotionCase } from './promotionCases';
import { CaseKind } from './recogniseCases';
import { Case, CaseAids, CaseFileHead, RunCase } from './types';

const RUNNERS: Readonly<Record<CaseKind, RunCase>> = {
  drift: (item, _head, { jq }) =>
    runDriftCase(item as unknown as DriftCase, jq),
  gates: runGatesCase,
  health: runHealthCase,
  history: item => runHistoryCase(item as unknown as HistoryCase),
  layout: item => runLayoutCase(item as unknown as LayoutCase),
  promotion: item => runPromotionCase(item as unknown as PromotionCase),
};

/** What was thrown and where; the rest of the stack says nothing more. */
function thrown(error: unknown): string {
  // Not `instanceof`: the error may come from another realm, as under jest.
  const stack = (error as { stack?: unknown } | undefined)?.stack;
  const place = /^ +at .*$/m.exec(typeof stack === 'string' ? stack : '');
  const text = `threw ${String(error)}`;
  return place ? `${text} (${place[0].trim()})` : text;
}

/**
 * Runs one case of a kind. A case that makes the engine throw has failed, with
 * the error as its difference.
 */
export function runCase(
  kind: CaseKind,
  item: Case,
  head: CaseFileHead = {},
  aids: CaseAids = {},
): string[] {
  try {
    return RUNNERS[kind](item, head, aids);
  } catch (error) {
    return [thrown(error)];
  }
}

/** What has to be put to jq before a case can be run; see `CaseAids`. */
export function questionOfCase(
  kind: CaseKind,
  item: Case,
): JqQuestion | undefined {
  if (kind !== 'drift') return undefined;
  try {
    return jqQuestionOfCase(item as unknown as DriftCase);
  } catch {
    // Running the case says what is wrong with it.
    return undefined;
  }
}
