import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  PromotionCase,
  readCases,
  runPromotionCase,
} from '@stagecraft/engine/cases';
import equal from 'fast-deep-equal';
import { parseAllDocuments } from 'yaml';
import { MergePeer, Texts, gitMergeFile, lineMerge, valueMerge } from './peers';

const FILE = join(
  dirname(require.resolve('@stagecraft/engine/package.json')),
  'src/__fixtures__/cases/promotion.yaml',
);

interface ThreeSided extends Texts {
  readonly item: PromotionCase;
}

/** How often a merge did what a promotion has to do. */
export interface Quality {
  readonly name: string;
  readonly right: number;
  /** The values are right, other bytes of the file changed too. */
  readonly rewritten: number;
  readonly needless: number;
  /** Wrong values, or a conflict that went unseen. */
  readonly wrong: number;
}

function threeSided(): ThreeSided[] {
  const { cases } = readCases(readFileSync(FILE, 'utf8'));
  return (cases as unknown as PromotionCase[]).flatMap(item => {
    const { base, source_now: source, target } = item;
    return base !== null && source !== null && target !== null
      ? [{ item, base, source, target }]
      : [];
  });
}

function values(text: string): unknown {
  return parseAllDocuments(text).map(document => document.toJS());
}

function judge({ merge }: MergePeer, { item, ...texts }: ThreeSided) {
  const { merged, conflicts } = item.expect;
  const due = (conflicts ?? []).length > 0;
  const found = merge(texts);
  if (found === undefined) return due ? 'right' : 'needless';
  if (due || merged === null) return 'wrong';
  if (found === merged) return 'right';
  return equal(values(found), values(merged)) ? 'rewritten' : 'wrong';
}

function count(name: string, verdicts: readonly string[]): Quality {
  const of = (verdict: string) =>
    verdicts.filter(found => found === verdict).length;
  return {
    name,
    right: of('right'),
    rewritten: of('rewritten'),
    needless: of('needless'),
    wrong: of('wrong'),
  };
}

/** The promotion cases with three sides, put to us and to the peers. */
export function mergeQuality(): Quality[] {
  const cases = threeSided();
  const own = cases.map(({ item }) =>
    runPromotionCase(item).length === 0 ? 'right' : 'wrong',
  );
  const peers = [lineMerge, gitMergeFile, valueMerge];
  return [
    count('mergeFile', own),
    ...peers.map(peer =>
      count(
        peer.name,
        cases.map(one => judge(peer, one)),
      ),
    ),
  ];
}
