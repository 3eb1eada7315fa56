import { DateTime } from 'luxon';

/** How long ago, or when, in as few characters as possible. */
export type ShownTime =
  | { form: 'age'; count: number; unit: 's' | 'min' | 'h' }
  | { form: 'weekday' | 'date'; text: string };

/**
 * Shortens an instant the way people read it: "12 min" within the hour, "3 h"
 * within the day, "Sun 20:58" within the week, else "12 Nov". Instants in the
 * future read as a clock time today and as a weekday after it.
 *
 * @param at - RFC 3339
 * @param now - milliseconds since the epoch
 * @param options - `dates` leaves out weekdays: commits are dated, not timed
 */
export function shortenTime(
  at: string,
  now: number,
  options: { dates?: boolean; zone?: string } = {},
): ShownTime {
  const instant = DateTime.fromISO(at, { zone: options.zone ?? 'local' });
  const seconds = Math.floor((now - instant.toMillis()) / 1000);
  if (seconds >= 0 && seconds < 60) {
    return { form: 'age', count: seconds, unit: 's' };
  }
  if (seconds >= 0 && seconds < 3600) {
    return { form: 'age', count: Math.floor(seconds / 60), unit: 'min' };
  }
  if (seconds >= 0 && seconds < 86_400) {
    return { form: 'age', count: Math.floor(seconds / 3600), unit: 'h' };
  }
  const week = Math.abs(seconds) < 6 * 86_400;
  if (week && !options.dates) {
    return { form: 'weekday', text: instant.toFormat('ccc HH:mm') };
  }
  const today = DateTime.fromMillis(now, { zone: instant.zone });
  const pattern = instant.hasSame(today, 'year') ? 'd LLL' : 'd LLL yyyy';
  return { form: 'date', text: instant.toFormat(pattern) };
}

/** The clock time, with the weekday when it is not today: "14:48", "Tue 06:00". */
export function clockTime(at: string, now: number, zone?: string): string {
  const instant = DateTime.fromISO(at, { zone: zone ?? 'local' });
  const today = DateTime.fromMillis(now, { zone: instant.zone });
  if (instant.hasSame(today, 'day')) {
    return instant.toFormat('HH:mm');
  }
  const near = Math.abs(instant.diff(today, 'days').days) < 6;
  return instant.toFormat(near ? 'ccc HH:mm' : 'd LLL HH:mm');
}

/** The whole instant with its zone, for tooltips. */
export function fullTime(at: string, zone?: string): string {
  return DateTime.fromISO(at, { zone: zone ?? 'local' }).toFormat(
    'cccc d LLLL yyyy, HH:mm:ss ZZZZ',
  );
}
