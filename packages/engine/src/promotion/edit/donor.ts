import { isAlias, isMap, isSeq, Node, visit } from 'yaml';
import { getKey, isList, Json } from '../../fields';
import { TextDocument } from './documents';
import { entriesOf, Entry } from './entries';
import { columnOf } from './lines';

/** A place in the source document from which text may be copied. */
export interface Donor {
  readonly document: TextDocument;
  /** The pair or item; absent for a whole document. */
  readonly entry?: Entry;
  /** Never an alias: what it stands for. */
  readonly node?: Node;
  /** Written as an alias, so that its node is elsewhere. */
  readonly aliased: boolean;
  readonly value: Json;
  /** Position among its siblings. */
  readonly index: number;
}

/** The whole of a document as a donor. */
export function donorOf(document: TextDocument): Donor {
  const { root, value } = document;
  return { document, node: root, aliased: false, value, index: 0 };
}

/** The pairs or items of a donor whose value is a mapping or a list. */
export function donorChildren(donor: Donor | undefined): Donor[] {
  if (!donor?.node) return [];
  const { document, node, value } = donor;
  if (!isMap(node) && !isSeq(node)) return [];
  const children: Donor[] = [];
  entriesOf(document, node).forEach((entry, index) => {
    if (entry.merge) return;
    const item = isList(value) ? value[index] : getKey(value, entry.key ?? '');
    if (item === undefined) return;
    const aliased = isAlias(entry.node);
    const own = isAlias(entry.node)
      ? document.aliases.get(entry.node)
      : entry.node;
    children.push({ document, entry, node: own, aliased, value: item, index });
  });
  return children;
}

/** Column of the key or dash that a donor's value belongs to. */
export function donorColumn(donor: Donor): number {
  return donor.entry ? columnOf(donor.document.text, donor.entry.start) : 0;
}

/** True if a value cannot be copied without what is elsewhere in its file. */
export function hasAliases(node: Node | undefined): boolean {
  let found = false;
  if (node) {
    visit(node, {
      Alias: () => {
        found = true;
        return visit.BREAK;
      },
    });
  }
  return found;
}
