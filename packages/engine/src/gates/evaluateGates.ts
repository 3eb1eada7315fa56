import { withinStack } from '../errors';
import { approvalGate } from './approval';
import { destructiveGate } from './destructive';
import { relax } from './evidence';
import { existsGate } from './exists';
import { healthGate } from './health';
import { hotfixGate } from './hotfix';
import { judgeOverride, Override } from './override';
import { parityGate } from './parity';
import { schemaGate } from './schema';
import { soakGate } from './soak';
import { GateFacts, GateName, GateResult, GateVerdict } from './types';
import { windowGate } from './window';

function decide(verdicts: readonly GateVerdict[]): GateResult['decision'] {
  if (verdicts.some(({ verdict }) => verdict === 'fail')) return 'block';
  return verdicts.some(({ verdict }) => verdict === 'pending')
    ? 'wait'
    : 'allow';
}

function judgeAll(facts: GateFacts, override: Override) {
  const { rules } = facts;
  const gates: Partial<Record<GateName, GateVerdict>> = {
    ...(rules.exists && { exists: existsGate(facts, rules.exists) }),
    ...(rules.health && { health: healthGate(facts, rules.health) }),
    ...(rules.soak && { soak: soakGate(facts, rules.soak) }),
    ...(rules.window && { window: windowGate(facts, rules.window) }),
    ...(rules.approval && {
      approval: approvalGate(facts, rules.approval, override.minApprovals),
    }),
    ...(rules.schema && { schema: schemaGate(facts) }),
    ...(rules.hotfix && { hotfix: hotfixGate(facts) }),
    ...(rules.parity && { parity: parityGate(facts, rules.parity) }),
    ...(rules.destructive && {
      destructive: destructiveGate(facts, rules.destructive),
    }),
    ...(override.verdict && { override: override.verdict }),
  };
  return gates;
}

/**
 * Judges a change: facts in, one verdict per configured gate out, each with
 * its evidence. Pure: the clock and everything else is an argument, and what
 * is unknown is pending, never a pass. The same function serves the portal,
 * the actions, the commit status and the command line.
 *
 * @throws EngineError `too-deep` for objects nested beyond the stack.
 */
export function evaluateGates(facts: GateFacts): GateResult {
  const override = judgeOverride(facts);
  const gates = withinStack(() => judgeAll(facts, override));
  for (const gate of override.relaxes) {
    const verdict = gates[gate];
    if (verdict) gates[gate] = relax(verdict);
  }
  return { gates, decision: decide(Object.values(gates)) };
}
