/** Replaces the characters from `start` to `end` by `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies splices that do not overlap. Of several at one offset the insertions
 * come first, in the order given.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((splice, order) => ({ splice, order }))
    .sort(
      (a, b) =>
        a.splice.start - b.splice.start ||
        a.splice.end - b.splice.end ||
        a.order - b.order,
    );
  const parts: string[] = [];
  let position = 0;
  for (const { splice } of ordered) {
    const start = Math.max(splice.start, position);
    parts.push(text.slice(position, start), splice.text);
    position = Math.max(position, splice.end);
  }
  parts.push(text.slice(position));
  return parts.join('');
}
