import { isMap } from 'yaml';
import { isList, Json, JsonObject, sameJson } from '../../fields';
import { EngineError } from '../../errors';
import { EditError } from '../errors';
import { listsOf } from '../listKeys';
import { ListsOfType } from '../types';
import { EditContext, Manner } from './context';
import { readDocuments, TextDocument } from './documents';
import { Donor } from './donor';
import { entriesOf } from './entries';
import { lineBreakOf } from './lines';
import { rewriteRoot } from './rewrite';
import { applySplices, Splice } from './splice';

/** A document of a file and the value that it is to have. */
export interface DocumentEdit {
  /** Position among the documents that are not empty. */
  readonly document: number;
  readonly wanted: Json;
  /** Where the text of new and changed values comes from. */
  readonly donor?: Donor;
  /** The donor is for this item of the document's `items`. */
  readonly item?: number;
  /** Lists of a type; the built-in table by default. */
  readonly lists?: ListsOfType;
  /** An item that gets another key stays the item at its place. */
  readonly inPlace?: boolean;
}

/** Tried in this order until one gives the wanted value. */
const COPYING: ReadonlyArray<Manner['copy']> = ['text', 'plain', 'none'];

function isJson(document: TextDocument): boolean {
  const text = document.text.slice(document.start, document.end).trim();
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One pass over a document; the new text of the whole file. */
function pass(
  document: TextDocument,
  wanted: Json,
  edit: DocumentEdit,
  manner: Manner,
): string {
  const splices: Splice[] = [];
  const json = isJson(document);
  const { root, value } = document;
  const node = edit.item === undefined ? root : itemNode(document, edit.item);
  const current = edit.item === undefined ? value : itemOf(value, edit.item);
  const lists = listsOf(current, edit.lists);
  const { inPlace = false } = edit;
  const base = { document, manner, json, lists, inPlace };
  const context: EditContext = { ...base, splices };
  rewriteRoot(context, {
    path: [],
    node,
    current,
    wanted: edit.item === undefined ? wanted : itemOf(wanted, edit.item),
    donor: edit.donor,
  });
  const lineBreak = lineBreakOf(document.text);
  return applySplices(
    document.text,
    splices.map(({ start, end, text }) => ({
      start,
      end,
      text: text.replace(/\r?\n/g, lineBreak),
    })),
  );
}

function itemOf(value: Json, item: number): Json {
  const items = (value as JsonObject).items;
  return isList(items) ? items[item] : null;
}

function itemNode(document: TextDocument, item: number) {
  if (!isMap(document.root)) return undefined;
  const items = entriesOf(document, document.root).find(
    entry => entry.key === 'items',
  );
  return items?.node && entriesOf(document, items.node)[item]?.node;
}

function keepEnd(before: string, after: string): string {
  return before.endsWith('\n') ? after : after.replace(/\r?\n$/, '');
}

/** The document after a text was edited; undefined if it cannot be read. */
function reread(text: string, index: number): TextDocument | undefined {
  try {
    return readDocuments(text).at(index);
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

function attempt(
  document: TextDocument,
  edit: DocumentEdit,
  copy: Manner['copy'],
): string | undefined {
  const { document: index, wanted } = edit;
  const good = (text: string) => {
    const now = reread(text, index);
    return now && sameJson(now.value, wanted) ? text : undefined;
  };
  const run = (from: TextDocument, aliases: Manner['aliases']) =>
    keepEnd(document.text, pass(from, wanted, edit, { aliases, copy }));
  const followed = run(document, 'follow');
  const done = good(followed);
  if (done !== undefined || document.aliases.size === 0) return done;
  const between = reread(followed, index);
  const expanded = between && good(run(between, 'differing'));
  if (expanded !== undefined) return expanded;
  // An anchor went while something still points to it: write all of them out.
  const written = pass(document, document.value, edit, {
    aliases: 'all',
    copy,
  });
  const plain = reread(written, index);
  return plain && good(run(plain, 'follow'));
}

/**
 * Gives one document of a file another value by replacing as little of its
 * text as possible, and reads the result again to make sure.
 *
 * Throws an EditError if the text cannot be made to mean the value.
 */
export function editDocument(text: string, edit: DocumentEdit): string {
  const document = readDocuments(text).at(edit.document);
  if (!document)
    throw new EditError('no-document', 'there is no such document');
  if (sameJson(document.value, edit.wanted)) return text;
  for (const copy of COPYING) {
    const result = attempt(document, edit, copy);
    if (result !== undefined) return result;
  }
  throw new EditError(
    'unverified',
    'the edited text would not mean what was intended, so it is not written',
  );
}
