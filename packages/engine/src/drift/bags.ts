// Beyond this many items only the order decides between equal candidates:
// the search for a perfect match is cubic.
const LARGEST_EXACT = 64;

/**
 * For each left item the position of a right item of its own that it fits, in
 * any order; undefined if there is no such match. Both sides have the same
 * length.
 */
export function matchBags<T>(
  left: readonly T[],
  right: readonly T[],
  fits: (left: T, right: T) => boolean,
): number[] | undefined {
  if (left.length > LARGEST_EXACT) return left.map((_, index) => index);
  const candidates = left.map(item =>
    right.flatMap((other, index) => (fits(item, other) ? [index] : [])),
  );
  const takenBy = new Map<number, number>();

  // Augmenting paths: an item may move to another candidate to make room.
  const place = (item: number, seen: Set<number>): boolean =>
    candidates[item].some(index => {
      if (seen.has(index)) return false;
      seen.add(index);
      const holder = takenBy.get(index);
      if (holder !== undefined && !place(holder, seen)) return false;
      takenBy.set(index, item);
      return true;
    });

  if (!left.every((_, item) => place(item, new Set()))) return undefined;
  const match: number[] = new Array(left.length);
  for (const [index, item] of takenBy) match[item] = index;
  return match;
}
