import { parseDuration } from '../fields';

const NANOSECONDS_PER_MS = 1_000_000n;

/** An RFC 3339 instant in milliseconds; undefined if the text is none. */
export function parseInstant(text: string | undefined): number | undefined {
  const ms = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/** An instant as RFC 3339 in UTC, without a fraction that is zero. */
export function formatInstant(ms: number): string | undefined {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return undefined;
  return date.toISOString().replace('.000Z', 'Z');
}

/** A Go duration in milliseconds; undefined if the text is none. */
export function durationMs(text: string | undefined): number | undefined {
  const ns = typeof text === 'string' ? parseDuration(text) : undefined;
  return ns === undefined ? undefined : Number(ns / NANOSECONDS_PER_MS);
}
