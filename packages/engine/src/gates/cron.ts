/** A cron expression as the values that each of its five fields allows. */
export type CronSchedule = {
  /** Minutes of the day, ascending. */
  readonly minutes: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Both day fields are given, so either is enough. */
  readonly eitherDay: boolean;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

type Field = { values: Set<number>; any: boolean };

type Bounds = {
  readonly low: number;
  readonly high: number;
  readonly names?: readonly string[];
};

function readValue(text: string, { low, high, names }: Bounds) {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + low;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : undefined;
}

/** One entry of a list: `*`, `a`, `a-b`, each with an optional `/step`. */
function readEntry(text: string, bounds: Bounds): Field | undefined {
  const [range, step = '1', ...more] = text.split('/');
  if (more.length > 0 || !/^\d{1,2}$/.test(step) || Number(step) === 0) {
    return undefined;
  }
  const star = range === '*' || range === '?';
  const [first, last, ...rest] = range.split('-');
  const from = star ? bounds.low : readValue(first, bounds);
  let to = from;
  if (star || (last === undefined && text.includes('/'))) to = bounds.high;
  else if (last !== undefined) to = readValue(last, bounds);
  if (rest.length > 0 || from === undefined || to === undefined || from > to) {
    return undefined;
  }
  const values = new Set<number>();
  for (let value = from; value <= to; value += Number(step)) values.add(value);
  return { values, any: star && Number(step) === 1 };
}

function readField(text: string, bounds: Bounds): Field | undefined {
  const field: Field = { values: new Set(), any: false };
  for (const part of text.split(',')) {
    const entry = readEntry(part, bounds);
    if (!entry) return undefined;
    entry.values.forEach(value => field.values.add(value));
    field.any ||= entry.any;
  }
  return field;
}

/**
 * Reads a cron expression of five fields; undefined if it is none.
 *
 * Source: crontab(5) and the standard parser of robfig/cron, which counts a
 * day field as given unless it is a plain star; Sunday is 0 or 7.
 */
export function parseCron(text: string): CronSchedule | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 5) return undefined;
  const minutes = readField(parts[0], { low: 0, high: 59 });
  const hours = readField(parts[1], { low: 0, high: 23 });
  const days = readField(parts[2], { low: 1, high: 31 });
  const months = readField(parts[3], { low: 1, high: 12, names: MONTHS });
  const weekdays = readField(parts[4], { low: 0, high: 7, names: WEEKDAYS });
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.values.delete(7)) weekdays.values.add(0);
  const times = [...hours.values].flatMap(hour =>
    [...minutes.values].map(minute => hour * 60 + minute),
  );
  return {
    minutes: times.sort((left, right) => left - right),
    months: months.values,
    days: days.values,
    weekdays: weekdays.values,
    eitherDay: !days.any && !weekdays.any,
  };
}
