import { HealthStatus } from '../health';
import { conclude, evidence, known, unknownReason } from './evidence';
import { durationMs, formatInstant, parseInstant } from './time';
import { Evidence, GateFacts, GateVerdict } from './types';

type Span = { status: HealthStatus; start: number; end: number };

type Clock = {
  /** Healthy time since the last interruption, in milliseconds. */
  readonly healthy: number;
  /** Healthy since the last interruption, be it for no time at all. */
  readonly running: boolean;
  readonly restarted: boolean;
  readonly paused: boolean;
};

/** The states between deployment and now; unobserved time is Unknown. */
function spans(
  history: readonly { at: string; status: HealthStatus }[],
  deployed: number,
  now: number,
): Span[] {
  const changes = history
    .flatMap(({ at, status }) => {
      const time = parseInstant(at);
      return time === undefined ? [] : [{ time, status }];
    })
    .sort((left, right) => left.time - right.time);
  const result: Span[] = [];
  let status: HealthStatus = 'Unknown';
  let start = deployed;
  for (const change of changes) {
    if (change.time > now) break;
    if (change.time > start) {
      result.push({ status, start, end: change.time });
      start = change.time;
    }
    status = change.status;
  }
  if (now >= start) result.push({ status, start, end: now });
  return result;
}

/** Anything not healthy restarts the clock, unobserved time stops it. */
function run(timeline: readonly Span[]): Clock {
  let clock: Clock = {
    healthy: 0,
    running: false,
    restarted: false,
    paused: false,
  };
  for (const { status, start, end } of timeline) {
    if (status === 'Healthy') {
      const healthy = clock.healthy + end - start;
      clock = { ...clock, healthy, running: true };
    } else if (status === 'Unknown') {
      clock = { ...clock, paused: clock.paused || end > start };
    } else {
      clock = {
        healthy: 0,
        running: false,
        restarted: clock.restarted || clock.healthy > 0,
        paused: false,
      };
    }
  }
  return clock;
}

function explain(clock: Clock): Evidence[] {
  const items: Evidence[] = [];
  if (clock.restarted) {
    items.push(
      evidence('soak.restarted', 'It was unhealthy after the deployment'),
    );
  }
  if (clock.paused) {
    items.push(evidence('soak.paused', 'Unobserved time was not counted'));
  }
  return items;
}

/** The content must have been deployed and healthy there for long enough. */
export function soakGate(
  facts: GateFacts,
  settings: NonNullable<GateFacts['rules']['soak']>,
): GateVerdict {
  const met = evidence(
    'soak.met',
    facts.from
      ? `Healthy in ${facts.from} for at least ${settings.for}`
      : 'There is no previous environment',
  );
  if (!facts.from && facts.soak === undefined) return conclude([], met);
  const unknown = (why: string) =>
    conclude([evidence('soak.unknown', `Not known: ${why}`, { why })], met);
  const soak = known(facts.soak);
  if (!soak) {
    return unknown(unknownReason(facts.soak) ?? 'nothing was observed');
  }
  if (!soak.deployedAt) {
    return conclude(
      [evidence('soak.not-deployed', 'The content is not deployed there')],
      met,
    );
  }
  const now = parseInstant(facts.now);
  const deployed = parseInstant(soak.deployedAt);
  const required = durationMs(settings.for);
  if (now === undefined || deployed === undefined) {
    return unknown('the time of the deployment cannot be told');
  }
  if (required === undefined) {
    return unknown(`${settings.for} is not a duration`);
  }
  const clock = run(spans(soak.history ?? [], deployed, now));
  const items = explain(clock);
  if (!clock.running || clock.healthy < required) {
    // A deployment in the future cannot have soaked before it happens.
    const begin = Math.max(now, deployed);
    items.unshift(
      evidence('soak.short', `Not healthy for ${settings.for} yet`, {
        until: formatInstant(begin + required - clock.healthy),
      }),
    );
  }
  return conclude(items, met);
}
