import {
  createTree,
  detectDrift,
  diffObjects,
  diffResources,
  layout,
  listKindsFor,
  mergeFile,
  parseManifests,
} from '@stagecraft/engine';
import equal from 'fast-deep-equal';
import { pairs, repository } from './corpus/environments';
import { longFile, longPromotion, wideObject } from './corpus/largeInputs';
import { livePairs } from './corpus/liveObjects';
import { promotions } from './corpus/promotions';
import { leastCpuTime } from './measure';

/** Makes the input of a size; gives what is to be timed. */
type Prepare = (size: number) => () => unknown;

function parseOne(text: string) {
  return parseManifests({ path: 'x.yaml', text }).manifests;
}

const DEPLOYMENT = { group: 'apps', version: 'v1', kind: 'Deployment' };

const WORK: Readonly<Record<string, Prepare>> = {
  'parse, N files': size => {
    const all = pairs(size);
    return () => all.map(({ left }) => parseOne(left));
  },
  'parse, one file of N documents': size => {
    const text = longFile(size);
    return () => parseOne(text);
  },
  'layout, N files': size => {
    const files = repository(pairs(Math.ceil(size / 2)));
    return () => layout(createTree(files));
  },
  'diff, N pairs': size => {
    const all = pairs(size).map(pair => [
      parseOne(pair.left)[0],
      parseOne(pair.right)[0],
    ]);
    return () => all.map(([left, right]) => diffResources(left, right));
  },
  'fast-deep-equal, those pairs (to compare)': size => {
    const all = pairs(size).map(pair => [
      parseOne(pair.left)[0].object,
      parseOne(pair.right)[0].object,
    ]);
    return () => all.map(([left, right]) => equal(left, right));
  },
  'diff, two objects with N list items': size => {
    const sides = [wideObject(size, 'a'), wideObject(size, 'b')] as const;
    const lists = listKindsFor(DEPLOYMENT);
    return () => diffObjects(...sides, { lists });
  },
  'drift, N objects': size => {
    const all = livePairs(size);
    return () =>
      all.map(({ desired, live }) =>
        detectDrift({ desired, live: { state: 'read', object: live } }),
      );
  },
  'drift, one object with N list items': size => {
    const desired = wideObject(size, 'a');
    const live = { state: 'read', object: wideObject(size, 'b') } as const;
    return () => detectDrift({ desired, live });
  },
  'structuredClone of that object (to compare)': size => {
    const object = wideObject(size, 'a');
    return () => structuredClone(object);
  },
  'merge, N files': size => {
    const all = promotions(size);
    return () => all.map(texts => mergeFile(texts));
  },
  'merge, one file of N documents': size => {
    const texts = longPromotion(size);
    return () => mergeFile(texts);
  },
};

/** A merge takes milliseconds; more of them at once tell nothing new. */
const LARGEST_MERGE = 1000;

/** Processor time in microseconds for each of the N things, by size; what was not run is absent. */
export interface Growth {
  readonly work: string;
  readonly each: ReadonlyMap<number, number>;
}

/**
 * Times every kind of work at every size. The sizes are taken from the largest
 * down, so that the small ones do not pay for compiling the code.
 */
export function measureGrowth(
  sizes: readonly number[],
  milliseconds: number,
): Growth[] {
  const descending = [...sizes].sort((a, b) => b - a);
  return Object.entries(WORK).map(([work, prepare]) => {
    const fitting = descending.filter(
      size => size <= LARGEST_MERGE || !work.startsWith('merge'),
    );
    const each = fitting.map(size => {
      const time = leastCpuTime(prepare(size), milliseconds);
      return [size, time / size] as const;
    });
    return { work, each: new Map(each) };
  });
}
