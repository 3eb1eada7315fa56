import { IANAZone } from 'luxon';
import { CronSchedule } from './cron';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Wide enough that every zone's local day lies between the samples. */
const MARGIN = 15 * 3_600_000;

/** A date that recurs at all does so within 8 years, the longest wait for a leap day. */
const HORIZON_DAYS = 8 * 366;

/** The instants at which a schedule fires in a time zone, in milliseconds. */
export type Occurrences = {
  /** The last one at or before an instant, if it is not before `since`. */
  previous(instant: number, since: number): number | undefined;
  /** The first one after an instant. */
  next(instant: number): number | undefined;
};

/** The first instant with the offset that holds at `high`. */
function transition(zone: IANAZone, low: number, high: number): number {
  const after = zone.offset(high);
  let [before, found] = [low, high];
  while (found - before > 1) {
    const middle = Math.floor((before + found) / 2);
    if (zone.offset(middle) === after) found = middle;
    else before = middle;
  }
  return found;
}

function matchesDay(schedule: CronSchedule, day: number): boolean {
  const date = new Date(day * DAY);
  if (!schedule.months.has(date.getUTCMonth() + 1)) return false;
  const ofMonth = schedule.days.has(date.getUTCDate());
  const ofWeek = schedule.weekdays.has(date.getUTCDay());
  return schedule.eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek;
}

/**
 * Wall times of one local day as instants. A time that the clock skips is the
 * first instant after the gap, one that it repeats is two instants.
 */
function instantsOf(
  schedule: CronSchedule,
  zone: IANAZone,
  day: number,
): readonly number[] {
  const midnight = day * DAY;
  const [low, high] = [midnight - MARGIN, midnight + DAY + MARGIN];
  const early = zone.offset(low) * MINUTE;
  const late = zone.offset(high) * MINUTE;
  const walls = schedule.minutes.map(minute => midnight + minute * MINUTE);
  if (early === late) return walls.map(wall => wall - early);
  const change = transition(zone, low, high);
  const instants = walls.flatMap(wall => {
    const found = [wall - early].filter(instant => instant < change);
    if (wall - late >= change) found.push(wall - late);
    return found.length > 0 ? found : [change];
  });
  return [...new Set(instants)].sort((left, right) => left - right);
}

/** The occurrences of a schedule in a time zone. */
export function occurrences(
  schedule: CronSchedule,
  zone: IANAZone,
): Occurrences {
  const cache = new Map<number, readonly number[]>();
  const dayOf = (instant: number) =>
    Math.floor((instant + zone.offset(instant) * MINUTE) / DAY);
  const of = (day: number): readonly number[] => {
    let instants = cache.get(day);
    if (!instants) {
      instants = matchesDay(schedule, day)
        ? instantsOf(schedule, zone, day)
        : [];
      cache.set(day, instants);
    }
    return instants;
  };
  return {
    previous(instant, since) {
      const last = Math.max(dayOf(since) - 1, dayOf(instant) - HORIZON_DAYS);
      for (let day = dayOf(instant) + 1; day >= last; day--) {
        const found = of(day).findLast(item => item <= instant);
        if (found !== undefined) return found >= since ? found : undefined;
      }
      return undefined;
    },
    next(instant) {
      const first = dayOf(instant) - 1;
      for (let day = first; day < first + HORIZON_DAYS; day++) {
        const found = of(day).find(item => item > instant);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
