import { HealthStatus } from '../health';
import { conclude, evidence, known, unknownReason } from './evidence';
import { durationMs, parseInstant } from './time';
import { Evidence, GateFacts, GateVerdict } from './types';

function judge(resource: string, status: HealthStatus): Evidence[] {
  const details = { resource, status };
  switch (status) {
    case 'Healthy':
      return [];
    case 'Degraded':
      return [evidence('health.degraded', `${resource} is degraded`, details)];
    case 'Progressing':
    case 'Suspended':
    case 'Missing': {
      const state = status.toLowerCase();
      return [evidence('health.waiting', `${resource} is ${state}`, details)];
    }
    default:
      return [
        evidence('health.unknown', `${resource} cannot be observed`, details),
      ];
  }
}

function age(facts: GateFacts, observedAt: string, maxAge: string): Evidence[] {
  const now = parseInstant(facts.now);
  const observed = parseInstant(observedAt);
  const limit = durationMs(maxAge);
  if (now === undefined || observed === undefined || limit === undefined) {
    const why = 'the age of the observation cannot be told';
    return [evidence('health.unknown', `Not known: ${why}`, { why })];
  }
  if (now - observed <= limit) return [];
  return [
    evidence(
      'health.stale',
      `Last observed at ${observedAt}, longer ago than ${maxAge}`,
    ),
  ];
}

/** Everything in the environment before must be healthy, seen lately. */
export function healthGate(
  facts: GateFacts,
  settings: NonNullable<GateFacts['rules']['health']>,
): GateVerdict {
  const passed = evidence(
    'health.healthy',
    facts.from
      ? `All resources in ${facts.from} are healthy`
      : 'There is no previous environment',
  );
  if (!facts.from && facts.health === undefined) return conclude([], passed);
  const observation = known(facts.health);
  if (!observation) {
    const why = unknownReason(facts.health) ?? 'nothing was observed';
    const item = evidence('health.unknown', `Not known: ${why}`, { why });
    return conclude([item], passed);
  }
  const resources = observation.resources ?? [];
  const items = resources.flatMap(item => judge(item.resource, item.status));
  if (resources.length === 0) {
    const why = 'there are no resources to observe';
    items.push(evidence('health.unknown', `Not known: ${why}`, { why }));
  }
  if (settings.maxAge !== undefined) {
    items.push(...age(facts, observation.observedAt, settings.maxAge));
  }
  return conclude(items, passed);
}
