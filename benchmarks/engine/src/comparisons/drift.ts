import { JsonObject, detectDrift } from '@stagecraft/engine';
import equal from 'fast-deep-equal';
import microdiff from 'microdiff';
import { LivePair, livePairs } from '../corpus/liveObjects';
import { Comparison, contestant } from '../types';

const SYSTEM = [
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'generation',
  'managedFields',
];

/** The object without what the API server writes: what one would think of first. */
function stripped({ status: _status, metadata, ...rest }: JsonObject) {
  const kept = Object.entries(metadata as JsonObject).filter(
    ([key]) => !SYSTEM.includes(key),
  );
  return { ...rest, metadata: Object.fromEntries(kept) };
}

function counted(all: readonly LivePair[]) {
  const planted = all.filter(({ drifted }) => drifted).length;
  return (found: readonly LivePair[]) => {
    const right = found.filter(({ drifted }) => drifted).length;
    return `found ${right} of ${planted}, ${found.length - right} false`;
  };
}

/** Git and cluster to what a person has to look at. */
export function driftComparison(count: number): Comparison {
  const all = livePairs(count);
  const says = counted(all);
  return {
    title: 'Drift',
    count,
    unit: 'objects',
    contestants: [
      contestant(
        'detectDrift',
        () =>
          all.filter(({ desired, live }) => {
            const state = { state: 'read', object: live } as const;
            return detectDrift({ desired, live: state }).items.length > 0;
          }),
        found => `${says(found)}; says which field, who and when`,
      ),
      contestant(
        'detectDrift, explain: false',
        () =>
          all.filter(({ desired, live }) => {
            const state = { state: 'read', object: live } as const;
            const input = { desired, live: state, explain: false };
            return detectDrift(input).items.length > 0;
          }),
        found => `${says(found)}; the same without what does not count`,
      ),
      contestant(
        'strip, fast-deep-equal',
        () =>
          all.filter(({ desired, live }) => !equal(desired, stripped(live))),
        found => `${says(found)}; says not where`,
      ),
      contestant(
        'strip, microdiff',
        () =>
          all.filter(
            ({ desired, live }) =>
              microdiff({ ...desired }, stripped(live)).length > 0,
          ),
        found => `${says(found)}; does not say who`,
      ),
    ],
  };
}
