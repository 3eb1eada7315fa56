import { diffResources, parseManifests } from '@stagecraft/engine';
import equal from 'fast-deep-equal';
import { create } from 'jsondiffpatch';
import microdiff from 'microdiff';
import { pairs } from '../corpus/environments';
import { Comparison, contestant } from '../types';

function read(text: string) {
  return parseManifests({ path: 'x.yaml', text }).manifests[0];
}

/** Two parsed objects to what differs in them. */
export function diffComparison(count: number): Comparison {
  const all = pairs(count);
  const sides = all.map(pair => [read(pair.left), read(pair.right)] as const);
  const planted = all.filter(({ differs }) => differs).length;
  const differ = create({
    objectHash: (item, index) =>
      (item as { name?: string } | null)?.name ?? String(index),
  });
  const says = (found: number) => `${found} differ of ${planted} that do`;
  const objects = sides.map(
    ([a, b]) =>
      // Their types want mutable objects; they do not write to them.
      [a.object, b.object] as unknown as Array<Record<string, unknown>>,
  );
  return {
    title: 'Diff',
    count,
    unit: 'pairs',
    contestants: [
      contestant(
        'diffResources',
        () => sides.filter(([a, b]) => diffResources(a, b).length > 0).length,
        says,
      ),
      contestant(
        'fast-deep-equal',
        () => objects.filter(([a, b]) => !equal(a, b)).length,
        found => `${says(found)}; says not where`,
      ),
      contestant(
        'microdiff',
        () => objects.filter(([a, b]) => microdiff(a, b).length > 0).length,
        says,
      ),
      contestant(
        'jsondiffpatch, objectHash by name',
        () => objects.filter(([a, b]) => differ.diff(a, b)).length,
        says,
      ),
    ],
  };
}
