/** The moment of all pictures: Monday 23 November, 14:30. */
export const NOW = Date.parse('2026-11-23T14:30:00Z');

/** RFC 3339 of a moment that many seconds before {@link NOW}. */
export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString();
}
