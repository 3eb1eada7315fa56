import { isAlias, isMap, isSeq, Node } from 'yaml';
import { FieldPath, isList, isObject, Json, sameJson } from '../../fields';
import { EditContext, splice, usableDonor } from './context';
import { blockLines, inlineText } from './copy';
import { Donor, hasAliases } from './donor';
import { entriesOf, Entry } from './entries';
import { takesLines } from './render';
import { replaceValue } from './replace';
import { rewriteList } from './rewriteList';
import { rewriteMap } from './rewriteMap';

/** A value in the target that may have to change. */
export interface Rewrite {
  /** Its place in the object; items of lists by their position. */
  readonly path: FieldPath;
  readonly node: Node | undefined;
  readonly current: Json;
  readonly wanted: Json;
  readonly donor: Donor | undefined;
}

function expands(context: EditContext, node: Node | undefined): boolean {
  return context.manner.aliases === 'all' && hasAliases(node);
}

/**
 * Notes the splices that turn the value of an entry into the wanted one: as
 * few characters as possible, down to single scalars.
 */
export function rewriteEntry(
  context: EditContext,
  entry: Entry,
  rewrite: Omit<Rewrite, 'node'>,
): void {
  const { current, wanted, donor } = rewrite;
  const { node } = entry;
  if (sameJson(current, wanted) && !expands(context, node)) return;
  if (isAlias(node) && context.manner.aliases === 'follow') return;
  if (!rewriteInside(context, { ...rewrite, node })) {
    replaceValue(context, entry, wanted, donor);
  }
}

/** False if the value has to be replaced as a whole. */
export function rewriteInside(context: EditContext, rewrite: Rewrite): boolean {
  const { path, node, current, wanted, donor } = rewrite;
  if (isMap(node) && isObject(current) && isObject(wanted)) {
    return rewriteMap(context, { path, node, current, wanted, donor });
  }
  if (isSeq(node) && isList(current) && isList(wanted)) {
    return rewriteList(context, { path, node, current, wanted, donor });
  }
  return false;
}

/** The same for a whole document or an item of a List that is a document. */
export function rewriteRoot(context: EditContext, rewrite: Rewrite): void {
  const { document, json } = context;
  const { node, wanted } = rewrite;
  const donor = usableDonor(context, rewrite.donor, wanted);
  if (!node || rewriteInside(context, rewrite)) return;
  const end = entriesOf(document, node).at(-1)?.end ?? node.range![1];
  const place = { text: document.text, node, column: 0, flow: false, json };
  const text =
    takesLines(wanted) && !json
      ? blockLines(donor, wanted, 0, 0)
      : inlineText(place, wanted, donor);
  splice(context, node.range![0], Math.max(end, node.range![1]), `${text}\n`);
}
