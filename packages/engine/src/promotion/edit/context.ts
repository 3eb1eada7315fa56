import { sameJson, Json } from '../../fields';
import { KnownLists } from '../listKeys';
import { TextDocument } from './documents';
import { Donor, hasAliases } from './donor';
import { Splice } from './splice';

/** How an attempt at an edit treats anchors and the source's text. */
export interface Manner {
  /**
   * `follow`: aliases stay, their anchors are edited. `differing`: an alias
   * that has another value than wanted is written out. `all`: every one is.
   */
  readonly aliases: 'follow' | 'differing' | 'all';
  /** `text`: copy the source's text. `plain`: unless it has aliases. */
  readonly copy: 'text' | 'plain' | 'none';
}

/** One attempt at an edit of one document. */
export interface EditContext {
  readonly document: TextDocument;
  readonly manner: Manner;
  /** The document is JSON, so everything written has to be. */
  readonly json: boolean;
  /** How the type of the object matches the items of its lists. */
  readonly lists: KnownLists;
  /** An item that gets another key stays the item at its place. */
  readonly inPlace: boolean;
  readonly splices: Splice[];
}

/** The donor if its text may stand for the value. */
export function usableDonor(
  context: EditContext,
  donor: Donor | undefined,
  wanted: Json,
): Donor | undefined {
  const { copy } = context.manner;
  if (!donor || copy === 'none' || !sameJson(donor.value, wanted)) {
    return undefined;
  }
  return copy === 'plain' && hasAliases(donor.node) ? undefined : donor;
}

/** Notes a replacement; its line breaks become those of the file later. */
export function splice(
  context: EditContext,
  start: number,
  end: number,
  text: string,
): void {
  if (start < end || text !== '') context.splices.push({ start, end, text });
}
