import { Node } from 'yaml';
import { FieldPath, Json, ListKind } from '../../fields';
import { guessKeys, itemKey, keysFit } from '../listKeys';
import { align, Alignment, fingerprint } from './align';
import { EditContext } from './context';
import { entryLines, flowEntry } from './copy';
import { Donor, donorChildren } from './donor';
import { entriesOf, isBlock } from './entries';
import { columnOf } from './lines';
import { rewriteEntry } from './rewrite';
import { rewriteBlock } from './rewriteBlock';
import { rewriteFlow } from './rewriteFlow';

/** A list that is to have another value. */
interface ListRewrite {
  readonly path: FieldPath;
  readonly node: Node;
  readonly current: readonly Json[];
  readonly wanted: readonly Json[];
  readonly donor: Donor | undefined;
}

/** Texts by which items of two lists are the same item. */
type Naming = (item: Json) => string;

function namingOf(
  lists: ReadonlyArray<readonly Json[]>,
  kind: ListKind | undefined,
): Naming | undefined {
  const fits =
    kind?.type === 'keyed' && lists.every(list => keysFit(list, kind));
  const keys = fits ? kind : guessKeys(lists);
  return keys && (item => itemKey(item, keys) ?? fingerprint(item));
}

function matchItems(
  current: readonly Json[],
  wanted: readonly Json[],
  kind: ListKind | undefined,
  inPlace: boolean,
): Alignment {
  const naming = namingOf([current, wanted], kind);
  const name = naming ?? fingerprint;
  const pairGaps = naming === undefined || inPlace;
  return align(current.map(name), wanted.map(name), pairGaps);
}

/** The donor of each wanted item: one of the same value, else of the same key. */
function matchDonors(
  wanted: readonly Json[],
  donors: readonly Donor[],
  kind: ListKind | undefined,
): Array<Donor | undefined> {
  const values = donors.map(donor => donor.value);
  const naming = namingOf([wanted, values], kind);
  if (naming) {
    const byName = new Map(donors.map(donor => [naming(donor.value), donor]));
    return wanted.map(item => byName.get(naming(item)));
  }
  const matches = align(values.map(fingerprint), wanted.map(fingerprint), true);
  return matches.map(index => (index < 0 ? undefined : donors[index]));
}

/** False if nothing of the list stays, so that it is better replaced. */
export function rewriteList(context: EditContext, list: ListRewrite): boolean {
  const { path, node, current, wanted, donor } = list;
  const { document } = context;
  const kind = context.lists(path);
  const entries = entriesOf(document, node);
  const block = isBlock(node);
  const matches = matchItems(current, wanted, kind, context.inPlace);
  const kept = new Set(matches.filter(index => index >= 0));
  if (block && kept.size === 0) return false;
  const removed = new Set(
    entries.map((_, index) => index).filter(index => !kept.has(index)),
  );
  const donors = matchDonors(wanted, donorChildren(donor), kind);
  const column =
    entries.length > 0 ? columnOf(document.text, entries[0].start) : 0;
  const flows: Array<{ after: number; text: string }> = [];
  const blocks: Array<{ after: number; lines: string }> = [];
  let after = -1;
  wanted.forEach((item, index) => {
    const match = matches[index];
    const from = donors[index];
    if (match >= 0) {
      after = match;
      const entry = entries[match];
      rewriteEntry(context, entry, {
        path: [...path, { type: 'index', index: match }],
        current: current[match],
        wanted: item,
        donor: from,
      });
    } else if (block) {
      const lines = entryLines(context, undefined, item, from, column);
      blocks.push({ after, lines });
    } else {
      flows.push({ after, text: flowEntry(context, undefined, item, from) });
    }
  });
  if (block) rewriteBlock(context, entries, removed, blocks);
  else rewriteFlow(context, node, entries, removed, flows);
  return true;
}
