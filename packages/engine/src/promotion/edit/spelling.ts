import { isScalar, Node, Scalar } from 'yaml';
import { Json } from '../../fields';
import { Donor, donorColumn } from './donor';
import { isBlockScalar, nodeEnd } from './entries';
import { shiftLines } from './lines';
import {
  isPlainString,
  renderInline,
  renderJson,
  renderScalar,
} from './render';

/** Text of a node without its anchor and tag. */
function raw(text: string, node: Node): string {
  return text.slice(node.range![0], nodeEnd(text, node));
}

/** Column of the first line of a block scalar that is not blank. */
function contentColumn(text: string, node: Node): number | undefined {
  const lines = raw(text, node).split('\n').slice(1);
  const line = lines.find(item => item.trim() !== '');
  return line === undefined ? undefined : line.length - line.trimStart().length;
}

/** Moves the lines of a block scalar so that its content begins at `column`. */
function blockScalar(donor: Donor, node: Node, column: number): string {
  const { text } = donor.document;
  const [header, ...lines] = raw(text, node).split('\n');
  const from = contentColumn(text, node) ?? column;
  const bare = header.replace(/\s+#.*$/, '').trimEnd();
  const body = shiftLines(['', ...lines].join('\n'), column - from);
  return bare + body.replace(/\r/g, '');
}

function quoted(value: string, style: string | undefined | null): string {
  return style === Scalar.QUOTE_SINGLE && !/\p{Cc}/u.test(value)
    ? `'${value.replace(/'/g, "''")}'`
    : renderJson(value);
}

function isQuoted(node: Node | undefined): node is Scalar & Node {
  return (
    isScalar(node) &&
    (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE)
  );
}

/** Where a value will stand. */
export interface Place {
  /** Text of the target file. */
  readonly text: string;
  /** The node that stands there now. */
  readonly node?: Node;
  /** Column of the key or dash before it. */
  readonly column: number;
  readonly flow: boolean;
  /** Inside brackets of a file that is JSON. */
  readonly json: boolean;
}

function withoutDonor(place: Place, value: Json): string {
  if (typeof value === 'string' && isQuoted(place.node)) {
    return quoted(value, place.node.type);
  }
  return place.flow
    ? renderScalar(value, true)
    : renderInline(value, place.column);
}

/** A scalar in one line with the tag that makes it what it is. */
function tagged(donor: Donor, node: Node): string | undefined {
  const { text } = donor.document;
  const written = raw(text, node);
  const before = text.slice(donor.entry?.indicatorEnd ?? 0, node.range![0]);
  const tag = /!\S*/.exec(before)?.[0];
  return tag && !donor.aliased && !written.includes('\n')
    ? `${tag} ${written}`
    : undefined;
}

/**
 * A scalar as it is written at a place: as the source spells it, but a plain
 * string takes the quotes of the target, and the lines of a block scalar its
 * indentation.
 */
export function spellScalar(
  place: Place,
  value: Json,
  donor: Donor | undefined,
): string {
  if (place.json) return renderJson(value);
  if (!donor) return withoutDonor(place, value);
  const { node } = donor;
  if (!node) return place.flow ? 'null' : '';
  if (!isScalar(node)) return withoutDonor(place, value);
  const { text } = donor.document;
  if (node.tag) return tagged(donor, node) ?? withoutDonor(place, value);
  if (isBlockScalar(node)) {
    if (place.flow) return renderJson(value);
    const from = donorColumn(donor);
    const indent = (contentColumn(text, node) ?? from + 2) - from;
    const own = isBlockScalar(place.node)
      ? contentColumn(place.text, place.node!)
      : undefined;
    return blockScalar(donor, node, own ?? place.column + indent);
  }
  const plain = node.type === Scalar.PLAIN;
  if (plain && typeof value === 'string') {
    if (isQuoted(place.node)) return quoted(value, place.node.type);
    if (place.flow && !isPlainString(value, true)) return renderJson(value);
  }
  const written = raw(text, node);
  if (!written.includes('\n')) return written;
  if (place.flow) return renderJson(value);
  return shiftLines(written, place.column - donorColumn(donor));
}
