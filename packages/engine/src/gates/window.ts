import { IANAZone } from 'luxon';
import { parseCron } from './cron';
import { conclude, evidence } from './evidence';
import { Occurrences, occurrences } from './occurrences';
import { durationMs, formatInstant, parseInstant } from './time';
import { Evidence, GateFacts, GateVerdict, TimeWindow } from './types';

/** Windows that follow each other without end are given up on after so many. */
const MOST_STEPS = 2_000;

type Recurring = {
  readonly name: string;
  readonly starts: Occurrences;
  readonly length: number;
};

type Invalid = { readonly name: string; readonly why: string };

function nameOf(window: TimeWindow): string {
  return window.name ?? window.cron;
}

function readWindow(
  window: TimeWindow,
  timezone: string | undefined,
): Recurring | Invalid {
  const name = nameOf(window);
  const zone = window.timezone || timezone || 'UTC';
  const length = durationMs(window.duration);
  const schedule =
    typeof window.cron === 'string' ? parseCron(window.cron) : undefined;
  if (!schedule) return { name, why: `${window.cron} is not a cron schedule` };
  if (length === undefined || length <= 0) {
    return { name, why: `${window.duration} is not a duration` };
  }
  if (!IANAZone.isValidZone(zone)) {
    return { name, why: `${zone} is not a time zone` };
  }
  return {
    name,
    starts: occurrences(schedule, IANAZone.create(zone)),
    length,
  };
}

/** When the window that holds an instant ends; undefined outside of it. */
function endAt({ starts, length }: Recurring, instant: number) {
  const start = starts.previous(instant, instant - length);
  return start !== undefined && instant < start + length
    ? start + length
    : undefined;
}

/** Where to look next for an open instant: the same instant when it is open. */
function step(
  instant: number,
  exclude: readonly Recurring[],
  allow: readonly Recurring[],
): number | undefined {
  const ends = exclude.flatMap(window => endAt(window, instant) ?? []);
  if (ends.length > 0) return Math.max(...ends);
  const isOpen =
    allow.length === 0 ||
    allow.some(window => endAt(window, instant) !== undefined);
  if (isOpen) return instant;
  const starts = allow.flatMap(window => window.starts.next(instant) ?? []);
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** The first instant at which nothing is frozen and something is allowed. */
function firstOpen(
  now: number,
  exclude: readonly Recurring[],
  allow: readonly Recurring[],
): number | undefined {
  let instant = now;
  for (let count = 0; count < MOST_STEPS; count++) {
    const next = step(instant, exclude, allow);
    if (next === undefined || next === instant) return next;
    instant = next;
  }
  return undefined;
}

/**
 * Freeze and allow windows. A window is [start, start + duration) in elapsed
 * time; freezes win; without allow windows everything else is open. A window
 * that cannot be understood fails the gate rather than being ignored.
 */
export function windowGate(
  facts: GateFacts,
  settings: NonNullable<GateFacts['rules']['window']>,
): GateVerdict {
  const read = (windows: readonly TimeWindow[] | undefined) =>
    (windows ?? []).map(window => readWindow(window, settings.timezone));
  const all = { exclude: read(settings.exclude), allow: read(settings.allow) };
  const items: Evidence[] = [...all.exclude, ...all.allow].flatMap(window =>
    'why' in window
      ? [
          evidence('window.invalid', `${window.name}: ${window.why}`, {
            window: window.name,
            why: window.why,
          }),
        ]
      : [],
  );
  const now = parseInstant(facts.now);
  if (now === undefined) {
    const why = 'the time is not known';
    const item = evidence('window.invalid', `Not judged: ${why}`, { why });
    return conclude([...items, item], item);
  }
  const valid = (windows: readonly (Recurring | Invalid)[]) =>
    windows.flatMap(window => ('starts' in window ? [window] : []));
  const [exclude, allow] = [valid(all.exclude), valid(all.allow)];
  const inside = allow.find(window => endAt(window, now) !== undefined);
  const open = evidence(
    'window.open',
    inside ? `Open by ${inside.name}` : 'No freeze holds',
    inside && { window: inside.name },
  );
  const frozen = exclude.filter(window => endAt(window, now) !== undefined);
  const closed =
    frozen.length === 0 &&
    items.length === 0 &&
    allow.length > 0 &&
    inside === undefined;
  if (frozen.length === 0 && !closed) return conclude(items, open);
  // With a window that is not understood nobody knows when it will open.
  const first = items.length > 0 ? undefined : firstOpen(now, exclude, allow);
  const until = first === undefined ? undefined : formatInstant(first);
  const when = until === undefined ? {} : { until };
  for (const { name } of frozen) {
    items.push(
      evidence('window.frozen', `Frozen by ${name}`, { window: name, ...when }),
    );
  }
  if (closed) {
    items.push(evidence('window.closed', 'Outside all windows', when));
  }
  return conclude(items, open);
}
