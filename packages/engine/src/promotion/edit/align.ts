import { Json } from '../../fields';
import { renderJson } from './render';

/** For each wanted item the position of the present item it is, or -1. */
export type Alignment = number[];

/** Beyond this product of lengths only equal runs are looked for. */
const QUADRATIC = 4_000_000;

/** Text that is the same for equal values, whatever the order of keys. */
export function fingerprint(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(fingerprint).join(',')}]`;
  if (typeof value !== 'object' || value === null) return renderJson(value);
  const pairs = Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${fingerprint(item)}`)
    .sort();
  return `{${pairs.join(',')}}`;
}

/** Longest common subsequence of what is between equal ends. */
function longest(
  old: readonly string[],
  wanted: readonly string[],
): Array<[number, number]> {
  const width = wanted.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      table[i * width + j] =
        old[i] === wanted[j]
          ? table[(i + 1) * width + j + 1] + 1
          : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const pairs: Array<[number, number]> = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < wanted.length) {
    if (old[i] === wanted[j]) pairs.push([i++, j++]);
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}

/** In order, the next old item that is the same; linear. */
function greedy(
  old: readonly string[],
  wanted: readonly string[],
): Array<[number, number]> {
  const places = new Map<string, number[]>();
  old.forEach((item, i) => {
    const list = places.get(item);
    if (list) list.push(i);
    else places.set(item, [i]);
  });
  const used = new Map<string, number>();
  const pairs: Array<[number, number]> = [];
  let last = -1;
  wanted.forEach((item, j) => {
    const list = places.get(item) ?? [];
    let at = used.get(item) ?? 0;
    while (at < list.length && list[at] <= last) at++;
    used.set(item, at + 1);
    if (at < list.length) {
      last = list[at];
      pairs.push([last, j]);
    }
  });
  return pairs;
}

/**
 * Matches what is the same in both, in order. Where as many items are left on
 * both sides between two matches, they are matched one by one if `pairGaps`.
 */
export function align(
  old: readonly string[],
  wanted: readonly string[],
  pairGaps: boolean,
): Alignment {
  const result: Alignment = new Array(wanted.length).fill(-1);
  let start = 0;
  const shorter = Math.min(old.length, wanted.length);
  while (start < shorter && old[start] === wanted[start]) {
    result[start] = start;
    start++;
  }
  let tail = 0;
  while (
    tail < shorter - start &&
    old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]
  ) {
    result[wanted.length - 1 - tail] = old.length - 1 - tail;
    tail++;
  }
  const oldMiddle = old.slice(start, old.length - tail);
  const wantedMiddle = wanted.slice(start, wanted.length - tail);
  const match =
    oldMiddle.length * wantedMiddle.length > QUADRATIC ? greedy : longest;
  const pairs = match(oldMiddle, wantedMiddle);
  let oldFrom = 0;
  let wantedFrom = 0;
  for (const [i, j] of [...pairs, [oldMiddle.length, wantedMiddle.length]]) {
    if (pairGaps && i - oldFrom === j - wantedFrom) {
      for (let step = 0; step < i - oldFrom; step++) {
        result[start + wantedFrom + step] = start + oldFrom + step;
      }
    }
    if (j < wantedMiddle.length) result[start + j] = start + i;
    oldFrom = i + 1;
    wantedFrom = j + 1;
  }
  return result;
}
