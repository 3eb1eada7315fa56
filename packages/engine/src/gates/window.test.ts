import { CronExpressionParser } from 'cron-parser';
import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { TimeWindow, evaluateGates } from '.';
import { parseCron } from './cron';
import { occurrences } from './occurrences';

function judge(now: string, window: object) {
  const { gates } = evaluateGates({ now, to: 'production', rules: { window } });
  const [first] = gates.window?.evidence ?? [];
  return [gates.window?.verdict, first?.code, first?.until];
}

function berlin(cron: string, duration: string): TimeWindow {
  return { name: 'w', cron, duration, timezone: 'Europe/Berlin' };
}

describe('the window gate', () => {
  it.each<[string, string, object, unknown[]]>([
    [
      'without windows',
      '2026-07-06T10:00:00Z',
      {},
      ['pass', 'window.open', undefined],
    ],
    [
      'the start is inside',
      '2026-07-06T09:00:00Z',
      { allow: [{ cron: '0 9 * * *', duration: '1h' }] },
      ['pass', 'window.open', undefined],
    ],
    [
      'a freeze beats an open window, and says when that opens again',
      '2026-07-06T16:30:00Z',
      {
        allow: [{ cron: '0 9 * * *', duration: '8h' }],
        exclude: [{ name: 'f', cron: '0 16 * * *', duration: '2h' }],
      },
      ['pending', 'window.frozen', '2026-07-07T09:00:00Z'],
    ],
    [
      'a window that opens inside a freeze does not count',
      '2026-07-06T08:00:00Z',
      {
        allow: [{ cron: '0 9 * * *', duration: '8h' }],
        exclude: [{ cron: '30 8 * * *', duration: '2h' }],
      },
      ['pending', 'window.closed', '2026-07-06T10:30:00Z'],
    ],
    [
      'freezes that touch each other without end',
      '2026-07-06T08:00:00Z',
      { exclude: [{ cron: '0 0 * * *', duration: '24h' }] },
      ['pending', 'window.frozen', undefined],
    ],
    [
      'a window that never opens',
      '2026-07-06T08:00:00Z',
      { allow: [{ cron: '0 0 31 2 *', duration: '1h' }] },
      ['pending', 'window.closed', undefined],
    ],
    [
      'a start in the hour that the clock skips is the first instant after it',
      '2026-03-29T01:10:00Z',
      { exclude: [berlin('30 2 * * *', '15m')] },
      ['pending', 'window.frozen', '2026-03-29T01:15:00Z'],
    ],
    [
      'the repeated hour, first time',
      '2026-10-25T00:40:00Z',
      { exclude: [berlin('30 2 * * *', '30m')] },
      ['pending', 'window.frozen', '2026-10-25T01:00:00Z'],
    ],
    [
      'between the two',
      '2026-10-25T01:10:00Z',
      { exclude: [berlin('30 2 * * *', '30m')] },
      ['pass', 'window.open', undefined],
    ],
    [
      'the gate has a zone, a window its own',
      '2026-07-06T07:30:00Z',
      {
        timezone: 'America/New_York',
        allow: [berlin('0 9 * * *', '1h')],
      },
      ['pass', 'window.open', undefined],
    ],
    [
      'Sunday is 0 and 7, names are read',
      '2026-07-05T10:00:00Z',
      { allow: [{ cron: '0 9 * JUL 7', duration: '2h' }] },
      ['pass', 'window.open', undefined],
    ],
    [
      'a long window that began months ago',
      '2026-07-05T10:00:00Z',
      { exclude: [{ cron: '0 0 1 1 *', duration: '8000h' }] },
      ['pending', 'window.frozen', '2026-11-30T08:00:00Z'],
    ],
  ])('%s', (_, now, window, expected) => {
    expect(judge(now, window)).toEqual(expected);
  });

  it.each([
    { cron: '* * * *', duration: '1h' },
    { cron: '@daily', duration: '1h' },
    { cron: '0 0 0 * * *', duration: '1h' },
    { cron: '60 0 * * *', duration: '1h' },
    { cron: '0 0 5-1 * *', duration: '1h' },
    { cron: '*/0 * * * *', duration: '1h' },
    { cron: '0 0 L * *', duration: '1h' },
    { cron: '0 0 * * *', duration: '1 day' },
    { cron: '0 0 * * *', duration: '0s' },
    { cron: '0 0 * * *', duration: '-1h' },
    { cron: '0 0 * * *', duration: '1h', timezone: 'Mars/Olympus' },
    { cron: '0 0 * * *', duration: '1h', timezone: 'local' },
  ])('does not ignore what it cannot understand: %j', window => {
    const now = '2026-07-06T10:00:00Z';
    expect(judge(now, { exclude: [window] }).slice(0, 2)).toEqual([
      'fail',
      'window.invalid',
    ]);
    expect(judge(now, { allow: [window] }).slice(0, 2)).toEqual([
      'fail',
      'window.invalid',
    ]);
  });

  it('names every freeze that holds', () => {
    const { gates } = evaluateGates({
      now: '2026-07-06T10:00:00Z',
      to: 'production',
      rules: {
        window: {
          exclude: [
            { name: 'a', cron: '0 9 * * *', duration: '2h' },
            { name: 'b', cron: '0 8 * * *', duration: '8h' },
            { name: 'c', cron: '0 1 * * *', duration: '1h' },
          ],
        },
      },
    });
    expect(gates.window?.evidence.map(item => item.window)).toEqual(['a', 'b']);
  });
});

describe('occurrences', () => {
  const field = (low: number, high: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: low, max: high }).map(String),
      fc.integer({ min: 2, max: 7 }).map(step => `*/${step}`),
      fc
        .tuple(
          fc.integer({ min: low, max: high }),
          fc.integer({ min: low, max: high }),
        )
        .map(pair => pair.sort((a, b) => a - b).join('-')),
    );
  const expression = fc
    .tuple(
      field(0, 59),
      field(0, 23),
      fc.constant('*'),
      field(1, 12),
      field(0, 6),
    )
    .map(parts => parts.join(' '));
  const instant = fc
    .integer({ min: 0, max: 4_000_000 })
    .map(minutes => Date.UTC(2024, 0, 1) + minutes * 60_000);

  it('agree with another reader of cron where the clock does not change', () => {
    fc.assert(
      fc.property(expression, instant, (text, now) => {
        const schedule = parseCron(text);
        if (!schedule) throw new Error(text);
        const found = occurrences(schedule, IANAZone.create('UTC'));
        const other = CronExpressionParser.parse(text, {
          currentDate: new Date(now),
          tz: 'UTC',
        });
        expect(found.next(now)).toBe(other.next().getTime());
      }),
      { numRuns: 60 },
    );
  });

  it('find the start before an instant that they name after it', () => {
    fc.assert(
      fc.property(
        expression,
        instant,
        fc.constantFrom(
          'UTC',
          'Europe/Berlin',
          'Asia/Kathmandu',
          'Australia/Lord_Howe',
        ),
        (text, now, zone) => {
          const schedule = parseCron(text);
          if (!schedule) throw new Error(text);
          const found = occurrences(schedule, IANAZone.create(zone));
          const next = found.next(now) ?? NaN;
          expect(next).toBeGreaterThan(now);
          expect(found.previous(next, now)).toBe(next);
          expect(found.previous(next - 1, now + 1)).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });
});
