import { promotions } from '../corpus/promotions';
import {
  MergePeer,
  gitMergeFile,
  lineMerge,
  ours,
  rewrite,
  valueMerge,
} from '../peers';
import { Comparison, Contestant, contestant } from '../types';

/** Three texts to one: what the source changed, in the target's own words. */
export function mergeComparison(count: number): Comparison {
  const all = promotions(count);
  const entry = ({ name, merge }: MergePeer): Contestant =>
    contestant(
      name,
      () => all.map(merge),
      results => {
        const exact = results.filter((text, i) => text === all[i].wanted);
        const conflicts = results.filter(text => text === undefined);
        const rest = count - exact.length - conflicts.length;
        return `${exact.length} exact, ${conflicts.length} needless conflicts, ${rest} other text`;
      },
    );
  const { merge, name } = rewrite;
  return {
    title: 'Merge',
    count,
    unit: 'merges',
    contestants: [
      entry(ours),
      entry(lineMerge),
      entry(valueMerge),
      contestant(
        name,
        () => all.map(merge),
        texts => {
          const changed = texts.filter((text, i) => text !== all[i].target);
          return `merges nothing; rewrites ${changed.length} untouched files`;
        },
      ),
      entry(gitMergeFile),
    ],
  };
}
