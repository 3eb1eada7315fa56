import { isAlias, isScalar, Node } from 'yaml';
import { Json } from '../../fields';
import { blockLines, inlineText } from './copy';
import { EditContext, splice, usableDonor } from './context';
import { Donor } from './donor';
import { Entry, isBlock, isBlockScalar, regionEnd } from './entries';
import { columnOf, lineEnd, lineStart, nextLine, startsLine } from './lines';
import { takesLines } from './render';

const PROPERTIES = /^(?:[ \t]+[&!][^\s]*)*/;

/** Where the old value of an entry stands. */
interface Old {
  readonly node?: Node;
  /** Has a tag, which goes with it. */
  readonly tagged: boolean;
  /** Before the value, after an anchor that stays. */
  readonly head: number;
  /** The anchor, if it has to be written again because a tag goes. */
  readonly anchor: string;
  /** Blanks before the value. */
  readonly gap: string;
  readonly start: number;
  readonly end: number;
  /** Begins on a line of its own below its key. */
  readonly below: boolean;
  /** Its comment, where it has to be written again, with the blanks before. */
  readonly comment: string;
}

/** The comment behind `|`, which is inside the value. */
function headerComment(text: string, node: Node): string {
  const { range } = node;
  const header = text.slice(range![0], lineEnd(text, range![0]));
  return /[ \t]+#.*$/.exec(header)?.[0] ?? '';
}

function oldOf(context: EditContext, entry: Entry): Old {
  const { text } = context.document;
  const { node, indicatorEnd, end } = entry;
  const [properties] = PROPERTIES.exec(text.slice(indicatorEnd, end)) ?? [''];
  const tagged = properties.includes('!');
  const anchor = tagged ? /&\S+/.exec(properties)?.[0] : undefined;
  const head = tagged ? indicatorEnd : indicatorEnd + properties.length;
  const start = node?.range![0] ?? indicatorEnd;
  const blanks = text.slice(head, start);
  return {
    node,
    tagged,
    head,
    anchor: anchor ? ` ${anchor}` : '',
    gap: /^[ \t]+$/.test(blanks) ? blanks : ' ',
    start,
    end,
    below: node !== undefined && startsLine(text, start),
    comment: node && isBlockScalar(node) ? headerComment(text, node) : '',
  };
}

/** The first line of a text and the lines below it, with a break in front. */
function firstLine(text: string): [string, string] {
  const [first] = text.split('\n', 1);
  return [first, text.slice(first.length)];
}

function replaceByInline(
  context: EditContext,
  entry: Entry,
  old: Old,
  text: string,
): void {
  const whole = context.document.text;
  const literal = /^[|>]/.test(text) && text.includes('\n');
  const [first, lines] = literal ? firstLine(text) : [text, ''];
  const body = lines.replace(/\n$/, '');
  const head = first === '' ? '' : `${old.gap}${first}`;
  if (old.below && isBlock(old.node)) {
    const below = nextLine(whole, old.head);
    splice(context, old.head, old.head, old.anchor + head);
    const rest = body === '' ? '' : `${body.slice(1)}\n`;
    splice(context, below, regionEnd(context.document, entry), rest);
    return;
  }
  if (old.node && whole[old.end - 1] === '\n' && old.end > old.start) {
    const line = `${old.anchor}${head}${old.comment}`;
    splice(context, old.head, old.end, `${line}${body}\n`);
    return;
  }
  const from = old.below ? old.start : old.head;
  const replaced = old.below ? first : old.anchor + head;
  splice(context, from, old.end, replaced + old.comment);
  if (body !== '')
    splice(context, lineEnd(whole, old.end), lineEnd(whole, old.end), body);
}

function replaceItemByLines(
  context: EditContext,
  entry: Entry,
  old: Old,
  donor: Donor | undefined,
  wanted: Json,
): void {
  const { text } = context.document;
  const dash = columnOf(text, entry.start);
  const inline = old.node && !old.below && !isAlias(old.node);
  const column = inline ? columnOf(text, old.start) : dash + 2;
  const lines = blockLines(donor, wanted, dash, column).trimStart();
  if (old.below) {
    const below = nextLine(text, old.head);
    splice(context, old.head, old.head, ` ${lines}`);
    splice(context, below, regionEnd(context.document, entry), '');
    return;
  }
  // What stands behind the old value stays behind the first line.
  const [first, rest] = firstLine(lines);
  const ended = old.node && text[old.end - 1] === '\n';
  const line = `${old.anchor}${old.gap}${first}${old.comment}`;
  splice(context, old.head, old.end, ended ? `${line}${rest}\n` : line);
  const end = lineEnd(text, old.end);
  if (!ended) splice(context, end, end, rest);
}

function replacePairByLines(
  context: EditContext,
  entry: Entry,
  old: Old,
  donor: Donor | undefined,
  wanted: Json,
): void {
  const { text } = context.document;
  const lines = blockLines(donor, wanted, columnOf(text, entry.start));
  if (old.below && isBlock(old.node)) {
    const below = nextLine(text, old.head);
    splice(context, below, regionEnd(context.document, entry), `${lines}\n`);
  } else if (old.below) {
    const end = lineEnd(text, old.end);
    const comment = text.slice(old.end, end).trimEnd();
    splice(context, old.head, old.head, comment);
    splice(context, lineStart(text, old.start), end, lines);
  } else if (old.node && isBlockScalar(old.node)) {
    const line = `${old.anchor}${old.comment}`;
    splice(context, old.head, old.end, `${line}\n${lines}\n`);
  } else {
    splice(context, old.head, old.end, old.anchor);
    const end = lineEnd(text, old.end);
    splice(context, end, end, `\n${lines}`);
  }
}

/** Replaces the whole value of an entry. */
export function replaceValue(
  context: EditContext,
  entry: Entry,
  wanted: Json,
  donor: Donor | undefined,
): void {
  const { document, json } = context;
  const { text } = document;
  const usable = usableDonor(context, donor, wanted);
  const old = oldOf(context, entry);
  const column = entry.flow ? 0 : columnOf(text, entry.start);
  const node = isScalar(old.node) ? old.node : undefined;
  const place = { text, node, column, flow: entry.flow, json };
  if (entry.flow) {
    const colon = text[entry.indicatorEnd - 1] === ':' || !entry.key;
    const value = inlineText(place, wanted, usable);
    if (old.node && old.tagged) {
      splice(context, old.head, old.end, `${old.anchor} ${value}`);
    } else if (old.node) splice(context, old.start, old.end, value);
    else splice(context, old.start, old.start, `${colon ? ' ' : ': '}${value}`);
    return;
  }
  const inBrackets = usable?.node && !isBlock(usable.node);
  if (!takesLines(wanted) || inBrackets) {
    replaceByInline(context, entry, old, inlineText(place, wanted, usable));
  } else if (entry.key === undefined && !entry.merge) {
    replaceItemByLines(context, entry, old, usable, wanted);
  } else {
    replacePairByLines(context, entry, old, usable, wanted);
  }
}
