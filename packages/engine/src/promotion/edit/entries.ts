import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  Node,
  Scalar,
} from 'yaml';
import { EditError } from '../errors';
import { TextDocument } from './documents';
import { keyText } from './keys';
import { columnOf, lineEnd, lineStart, nextLine, skipTrivia } from './lines';

/** A pair of a mapping or an item of a list, by its place in the text. */
export interface Entry {
  /** Offset of the key or of the dash; in a flow list of the item. */
  readonly start: number;
  /** Offset after the colon or the dash; in a flow list the same as start. */
  readonly indicatorEnd: number;
  /** Absent for a null that is written as nothing. */
  readonly node?: Node;
  /** Offset after the content; after the line break for a block scalar. */
  readonly end: number;
  /** The key as JSON has it; absent for items and merges. */
  readonly key?: string;
  /** `<<` */
  readonly merge?: boolean;
  readonly flow: boolean;
}

const cache = new WeakMap<Node, readonly Entry[]>();

/** A node that is written in lines of its own, not in brackets. */
export function isBlock(node: Node | undefined): boolean {
  return isCollection(node) && !node.flow;
}

/** `|` or `>` */
export function isBlockScalar(node: Node | undefined): boolean {
  return (
    isScalar(node) &&
    (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
  );
}

/**
 * Offset after a scalar or what is in brackets. Empty lines below a block
 * scalar are its own only if it keeps them (`|+`).
 */
export function nodeEnd(text: string, node: Node): number {
  const [start, end] = node.range!;
  if (!isBlockScalar(node)) return end;
  const header = text.slice(start, lineEnd(text, start));
  if (/^[|>]\d?\+/.test(header)) return end;
  const [lines] = /(?:\r?\n)*$/.exec(text.slice(start, end)) ?? [''];
  const first = lines.indexOf('\n') + 1;
  return end - lines.length + first;
}

function contentEnd(document: TextDocument, node: Node): number {
  const entries = isBlock(node) ? entriesOf(document, node) : [];
  return entries.at(-1)?.end ?? nodeEnd(document.text, node);
}

/** A null of no characters has no node of its own for an edit. */
function written(node: unknown): Node | undefined {
  if (!isScalar(node) && !isAlias(node) && !isCollection(node))
    return undefined;
  const [start, end] = node.range!;
  return start === end && !('anchor' in node && node.anchor) && !node.tag
    ? undefined
    : node;
}

function unusual(): never {
  throw new EditError(
    'unusual-yaml',
    'the file uses a form of YAML that cannot be edited safely',
  );
}

function pairEntry(
  document: TextDocument,
  start: number,
  item: unknown,
  flow: boolean,
): Entry {
  const { text } = document;
  if (!isPair(item) || !isScalar(item.key)) return unusual();
  const key = item.key as Scalar & Node;
  if (text[start] === '?' && key.range![0] > start) return unusual();
  const colon = skipTrivia(text, key.range![1]);
  const hasColon = text[colon] === ':';
  if (!hasColon && !flow) return unusual();
  const indicatorEnd = hasColon ? colon + 1 : key.range![1];
  const node = written(item.value);
  const end = node ? contentEnd(document, node) : indicatorEnd;
  const plainKey = text.slice(key.range![0], key.range![1]);
  const merge = key.type === Scalar.PLAIN && plainKey === '<<';
  const name = merge ? undefined : keyText(key, plainKey);
  return { start, indicatorEnd, node, end, key: name, merge, flow };
}

function itemEntry(
  document: TextDocument,
  start: number,
  item: unknown,
  flow: boolean,
): Entry {
  if (isPair(item)) return unusual();
  const indicatorEnd = flow ? start : start + 1;
  const node = written(item);
  const end = node ? contentEnd(document, node) : indicatorEnd;
  return { start, indicatorEnd, node, end, flow };
}

/**
 * The entries of a mapping or a list in the order of the text.
 *
 * Throws an EditError for explicit keys, keys that are no scalars and the like.
 */
export function entriesOf(
  document: TextDocument,
  node: Node,
): readonly Entry[] {
  const known = cache.get(node);
  if (known) return known;
  if (!isCollection(node)) return [];
  const { text } = document;
  const flow = node.flow === true;
  const make = isMap(node) ? pairEntry : itemEntry;
  let position = flow ? node.range![0] + 1 : node.range![0];
  const entries = node.items.map((item, index) => {
    let start = skipTrivia(text, position);
    if (flow && index > 0) {
      if (text[start] !== ',') unusual();
      start = skipTrivia(text, start + 1);
    } else if (!flow && !isMap(node) && text[start] !== '-') {
      unusual();
    }
    const entry = make(document, start, item, flow);
    position = entry.end;
    return entry;
  });
  cache.set(node, entries);
  return entries;
}

/** Offset of the value with its anchor and tag, which come before it. */
export function valueStart(document: TextDocument, entry: Entry): number {
  return skipTrivia(document.text, entry.indicatorEnd);
}

/**
 * Offset of the first of the comment lines that stand directly above an entry
 * and are not indented more than it, else of the entry's own line.
 */
export function commentStart(
  document: TextDocument,
  entry: Entry,
  limit: number,
): number {
  const { text } = document;
  const column = columnOf(text, entry.start);
  let start = lineStart(text, entry.start);
  while (start > limit) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    const indent = line.length - line.trimStart().length;
    if (above < limit || line[indent] !== '#' || indent > column) break;
    start = above;
  }
  return start;
}

/**
 * The same for lines that go and come with the entry. What stands above the
 * first key of a document describes the document, but for a block of its own
 * below that, behind a blank line.
 */
export function ownStart(
  document: TextDocument,
  entry: Entry,
  limit: number,
): number {
  const start = commentStart(document, entry, limit);
  if (entry.start > document.root.range![0]) return start;
  const { text } = document;
  const above = text.slice(document.start, start);
  const head = above.trimEnd().split('\n').at(-1) ?? '';
  const apart = /\n[ \t]*\r?\n$/.test(above) && /^[ \t]*#/.test(head);
  return apart ? start : lineStart(text, entry.start);
}

/**
 * Offset of the line after an entry, past comment lines that are indented
 * more than it and so belong to what it holds.
 */
export function regionEnd(document: TextDocument, entry: Entry): number {
  const { text } = document;
  const column = columnOf(text, entry.start);
  const ended = entry.end > 0 && text[entry.end - 1] === '\n';
  let end = ended ? entry.end : nextLine(text, entry.end);
  while (end < document.end) {
    const next = nextLine(text, end);
    const line = text.slice(end, next);
    const indent = line.length - line.trimStart().length;
    if (line[indent] !== '#' || indent <= column) break;
    end = next;
  }
  return end;
}
