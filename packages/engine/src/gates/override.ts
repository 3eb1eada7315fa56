import { evidence, conclude } from './evidence';
import { parseInstant } from './time';
import { Evidence, GateFacts, GateName, GateVerdict } from './types';

/** Gates whose findings an override may turn into warnings. */
const RELAXABLE: readonly GateName[] = [
  'exists',
  'health',
  'soak',
  'window',
  'parity',
];

/** Gates that hold in an emergency, whatever the configuration says. */
const NEVER: ReadonlySet<string> = new Set(['schema', 'hotfix', 'destructive']);

/** What an emergency override does to a judgement. */
export type Override = {
  /** Absent when no override is asked for, or none is configured. */
  readonly verdict?: GateVerdict;
  readonly relaxes: ReadonlySet<GateName>;
  /** How many approvals of any group are enough; absent: not lowered. */
  readonly minApprovals?: number;
};

function refusals(facts: GateFacts): string[] {
  const asked = facts.override;
  const now = parseInstant(facts.now);
  const expires = parseInstant(asked?.expires);
  const why: string[] = [];
  if (!asked?.reason?.trim()) why.push('reason');
  if (!asked?.incident?.trim()) why.push('incident');
  if (asked?.permitted !== true) why.push('permission');
  if (now === undefined || expires === undefined || now >= expires) {
    why.push('expired');
  }
  return why;
}

/**
 * Judges an emergency override: it needs a reason, an incident and the
 * permission, and it ends. Without all of them it relaxes nothing.
 */
export function judgeOverride(facts: GateFacts): Override {
  const settings = facts.rules.override;
  const asked = facts.override;
  if (!settings || !asked) return { relaxes: new Set() };
  const details = {
    by: asked.by,
    ...(asked.incident && { incident: asked.incident }),
  };
  const accepted = evidence(
    'override.accepted',
    `${asked.by} overrides for ${asked.incident}: ${asked.reason}`,
    details,
  );
  const refused = refusals(facts).map(why =>
    evidence('override.refused', `The override is refused: ${why}`, {
      ...details,
      why,
    }),
  );
  if (refused.length > 0) {
    return { verdict: conclude(refused, accepted), relaxes: new Set() };
  }
  const named = settings.mayRelax ?? [];
  const never: Evidence[] = named
    .filter(gate => NEVER.has(gate))
    .map(gate =>
      evidence('override.not-relaxable', `${gate} is never relaxed`, { gate }),
    );
  return {
    verdict: conclude([accepted, ...never], accepted),
    relaxes: new Set(RELAXABLE.filter(gate => named.includes(gate))),
    // An emergency still takes a second person unless it says otherwise.
    ...(named.includes('approval') && {
      minApprovals: settings.minApprovals ?? 1,
    }),
  };
}
