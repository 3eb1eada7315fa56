import { isCollection } from 'yaml';
import { Json } from '../../fields';
import { EditContext, usableDonor } from './context';
import { Donor, donorColumn } from './donor';
import {
  commentStart,
  entriesOf,
  isBlock,
  isBlockScalar,
  ownStart,
  regionEnd,
} from './entries';
import { columnOf, lineStart, shiftLines, startsLine } from './lines';
import { renderBlock, renderFlow, renderJson, renderPair } from './render';
import { Place, spellScalar } from './spelling';

function withoutLastBreak(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function indented(text: string, column: number): string {
  return ' '.repeat(column) + text;
}

/** Lines of comments, one below the other at a column. */
function comments(text: string, column: number): string {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => `${indented(line, column)}\n`)
    .join('');
}

/**
 * A mapping or list in lines of its own, the first entry at `column`; by
 * default as far from the key at `parent` as in the source. Without a last
 * line break.
 */
export function blockLines(
  donor: Donor | undefined,
  value: Json,
  parent: number,
  column?: number,
): string {
  const entries =
    donor?.node && isBlock(donor.node)
      ? entriesOf(donor.document, donor.node)
      : [];
  if (!donor || entries.length === 0) {
    const at = column ?? parent + 2;
    return indented(renderBlock(value, at), at);
  }
  const { document } = donor;
  const { text } = document;
  const [first] = entries;
  const own = columnOf(text, first.start);
  const near = donor.aliased ? parent + 2 : parent + own - donorColumn(donor);
  const at = column ?? near;
  const end = regionEnd(document, entries.at(-1)!);
  const body = withoutLastBreak(text.slice(first.start, end));
  const above = startsLine(text, first.start)
    ? text.slice(commentStart(document, first, 0), lineStart(text, first.start))
    : '';
  return comments(above, at) + indented(shiftLines(body, at - own), at);
}

/** A value in brackets or a scalar; what stands after a colon or a dash. */
export function inlineText(
  place: Place,
  value: Json,
  donor: Donor | undefined,
): string {
  if (typeof value !== 'object' || value === null) {
    return spellScalar(place, value, donor);
  }
  if (place.json) return renderJson(value);
  if (donor?.node && isCollection(donor.node) && donor.node.flow) {
    const [start, end] = donor.node.range!;
    const raw = donor.document.text.slice(start, end);
    if (!raw.includes('\n')) return raw;
    if (!place.flow) return shiftLines(raw, place.column - donorColumn(donor));
  }
  return renderFlow(value);
}

function copiedEntry(
  donor: Donor,
  column: number,
  aliases: boolean,
): string | undefined {
  const { document, entry, node } = donor;
  if (!entry) return undefined;
  const { text } = document;
  const head = text.slice(entry.start, entry.indicatorEnd);
  if (donor.aliased && !aliases) {
    if (isBlock(node) || isBlockScalar(node) || !node) return undefined;
    const [start, end] = node.range!;
    return indented(`${head} ${text.slice(start, end)}`, column);
  }
  const shift = column - columnOf(text, entry.start);
  if (entry.flow) {
    const body = shiftLines(text.slice(entry.start, entry.end), shift);
    if (entry.key !== undefined && !head.endsWith(':')) return undefined;
    return indented(entry.key === undefined ? `- ${body}` : body, column);
  }
  const end = regionEnd(document, entry);
  const body = shiftLines(
    withoutLastBreak(text.slice(entry.start, end)),
    shift,
  );
  const above = startsLine(text, entry.start)
    ? text.slice(
        ownStart(document, entry, document.start),
        lineStart(text, entry.start),
      )
    : '';
  return comments(above, column) + indented(body, column);
}

/**
 * A new pair, or an item if it has no key, with the comments that the source
 * has at it. All lines are indented; without a last line break.
 */
export function entryLines(
  context: EditContext,
  key: string | undefined,
  value: Json,
  donor: Donor | undefined,
  column: number,
): string {
  const usable = usableDonor(context, donor, value);
  const aliases = context.manner.copy === 'text';
  const copied = usable && copiedEntry(usable, column, aliases);
  if (copied !== undefined) return copied;
  const body =
    key === undefined
      ? renderBlock([value], column)
      : renderPair(key, value, column);
  return indented(body, column);
}

/** A new pair or item inside brackets. */
export function flowEntry(
  context: EditContext,
  key: string | undefined,
  value: Json,
  donor: Donor | undefined,
): string {
  const { document, json } = context;
  const usable = usableDonor(context, donor, value);
  const place = { text: document.text, column: 0, flow: true, json };
  const text = inlineText(place, value, usable);
  if (key === undefined) return text;
  if (json) return `${JSON.stringify(key)}: ${text}`;
  const entry = usable?.entry;
  const head =
    entry && usable.document.text.slice(entry.start, entry.indicatorEnd);
  return head?.endsWith(':')
    ? `${head} ${text}`
    : `${renderFlow(key)}: ${text}`;
}
