import { fixed, Functions } from './functions';
import { GoInteger, Value } from './values';

const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
};

const PART = /(\d*)(?:\.(\d*))?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;

/** Nanoseconds of a Go duration; 0 for what is none. */
function parse(text: string): bigint {
  const body = text.replace(/^[-+]/, '');
  if (body === '') return 0n;
  let sum = 0n;
  let at = 0;
  while (at < body.length) {
    PART.lastIndex = at;
    const match = PART.exec(body);
    if (!match || (match[1] === '' && !match[2])) return 0n;
    const unit = UNITS[match[3]];
    const fraction = match[2] ?? '';
    sum += BigInt(match[1] || '0') * unit;
    if (fraction)
      sum += (BigInt(fraction) * unit) / 10n ** BigInt(fraction.length);
    at = PART.lastIndex;
  }
  const most = 2n ** 63n;
  if (sum >= most) return 0n;
  return text.startsWith('-') ? -sum : sum;
}

/** `1h2m3s`, as a Go duration of whole seconds prints itself. */
function written(seconds: bigint): string {
  if (seconds === 0n) return '0s';
  const all = seconds < 0n ? -seconds : seconds;
  const sign = seconds < 0n ? '-' : '';
  const [hours, minutes] = [all / 3600n, (all / 60n) % 60n];
  const parts = [
    hours > 0n ? `${hours}h` : '',
    all >= 60n ? `${minutes}m` : '',
    `${all % 60n}s`,
  ];
  return sign + parts.join('');
}

/** sprig's duration: a number of seconds; of other types nothing. */
function duration(value: Value): string {
  if (value instanceof GoInteger && value.type === 'int64') {
    return written(BigInt.asIntN(64, value.value * SECOND) / SECOND);
  }
  const number = typeof value === 'string' && /^[-+]?\d+$/.test(value);
  if (!number) return '0s';
  const seconds = BigInt(value.replace('+', ''));
  return written(BigInt.asIntN(64, seconds * SECOND) / SECOND);
}

/** sprig's durationRound: the largest unit of a duration. */
function rounded(value: Value): string {
  let all = 0n;
  if (typeof value === 'string') all = parse(value);
  else if (value instanceof GoInteger) all = value.value;
  if (all < 0n) all = -all;
  const units: Array<[bigint, string]> = [
    [365n * DAY, 'y'],
    [30n * DAY, 'mo'],
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'm'],
    [SECOND, 's'],
  ];
  const unit = units.find(([size]) => all > size);
  return unit ? `${all / unit[0]}${unit[1]}` : '0s';
}

/** sprig's functions for spans of time, which need no clock. */
export const DURATIONS: Functions = {
  duration: fixed(['any'], duration),
  durationRound: fixed(['any'], rounded),
};
