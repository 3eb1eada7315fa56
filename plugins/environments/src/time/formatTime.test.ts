import { clockTime, fullTime, shortenTime } from './formatTime';

const NOW = Date.parse('2026-11-23T14:30:00Z');

describe('shortenTime', () => {
  it.each([
    ['2026-11-23T14:29:56Z', { form: 'age', count: 4, unit: 's' }],
    ['2026-11-23T14:18:00Z', { form: 'age', count: 12, unit: 'min' }],
    ['2026-11-23T11:00:00Z', { form: 'age', count: 3, unit: 'h' }],
    ['2026-11-21T11:05:00Z', { form: 'weekday', text: 'Sat 11:05' }],
    ['2026-11-12T09:20:00Z', { form: 'date', text: '12 Nov' }],
    ['2025-11-12T09:20:00Z', { form: 'date', text: '12 Nov 2025' }],
    ['2026-11-24T06:00:00Z', { form: 'weekday', text: 'Tue 06:00' }],
  ])('reads %s as %j', (at, expected) => {
    expect(shortenTime(at, NOW, { zone: 'utc' })).toEqual(expected);
  });

  it('dates commits instead of timing them', () => {
    expect(
      shortenTime('2026-11-20T13:05:00Z', NOW, { dates: true, zone: 'utc' }),
    ).toEqual({ form: 'date', text: '20 Nov' });
  });
});

describe('clockTime', () => {
  it.each([
    ['2026-11-23T14:48:00Z', '14:48'],
    ['2026-11-22T20:58:00Z', 'Sun 20:58'],
    ['2026-12-24T06:00:00Z', '24 Dec 06:00'],
  ])('reads %s as %s', (at, expected) => {
    expect(clockTime(at, NOW, 'utc')).toBe(expected);
  });
});

it('says the whole time with its zone', () => {
  expect(fullTime('2026-11-22T20:58:01Z', 'utc')).toBe(
    'Sunday 22 November 2026, 20:58:01 UTC',
  );
});
