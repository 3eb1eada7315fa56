import { Json, sameJson } from '../../fields';
import { EditError } from '../errors';
import { readDocuments, TextDocument, withoutMark } from './documents';
import { Donor } from './donor';
import { DocumentEdit, editDocument } from './editDocument';
import { lineBreakOf, nextLine } from './lines';
import { applySplices, Splice } from './splice';

/** What is to become of a document of a file. */
export interface DocumentChange {
  readonly document: TextDocument;
  /** Absent: the document goes. */
  readonly wanted: Json | undefined;
  readonly donor?: Donor;
  /** Steps of an edit of a List, one item after the other; the last is wanted. */
  readonly steps?: ReadonlyArray<Omit<DocumentEdit, 'document'>>;
}

/** A document that is to come into a file. */
export interface DocumentAddition {
  /** Its text with comments, with or without `---`. */
  readonly text: string;
  readonly value: Json;
  /** The document of the file that it stands after; absent: first. */
  readonly after?: TextDocument;
}

/** Text of a document alone, as the source has it. */
export function documentText(document: TextDocument): string {
  return document.text.slice(document.start, document.end);
}

function removal(text: string, document: TextDocument): Splice {
  const { start, end } = document;
  const opens = text.startsWith('---', start);
  // The next document's separator goes with a first one that has none.
  const past = start === 0 && !opens && text.startsWith('---', end);
  return { start, end: past ? nextLine(text, end) : end, text: '' };
}

function insertion(
  text: string,
  { text: added, after }: DocumentAddition,
): Splice {
  const lineBreak = lineBreakOf(text);
  const lines = `${added.replace(/\r?\n/g, lineBreak).trimEnd()}${lineBreak}`;
  const separator = `---${lineBreak}`;
  const opened = lines.startsWith('---') ? lines : separator + lines;
  if (!after) {
    const follows = text.startsWith('---') ? '' : separator;
    return { start: 0, end: 0, text: lines + follows };
  }
  const at = after.end;
  const broken = at === 0 || text[at - 1] === '\n';
  return { start: at, end: at, text: (broken ? '' : lineBreak) + opened };
}

function sameValues(left: readonly Json[], right: readonly Json[]): boolean {
  const found = left.map(() => false);
  return (
    left.length === right.length &&
    right.every(value => {
      const index = left.findIndex(
        (item, at) => !found[at] && sameJson(item, value),
      );
      if (index >= 0) found[index] = true;
      return index >= 0;
    })
  );
}

/**
 * Changes, removes and adds documents of a file; what is not named stays byte
 * for byte. Undefined if no document is left.
 *
 * Throws an EngineError if the result would not mean what was asked for.
 */
export function composeFile(
  file: string,
  documents: readonly TextDocument[],
  changes: readonly DocumentChange[],
  additions: readonly DocumentAddition[],
): string | undefined {
  const text = withoutMark(file);
  const mark = file.slice(0, file.length - text.length);
  const splices: Splice[] = [];
  const values = new Map(documents.map(item => [item, item.value]));
  for (const { document, wanted, donor, steps } of changes) {
    if (wanted === undefined) {
      values.delete(document);
      splices.push(removal(text, document));
    } else if (!sameJson(wanted, document.value)) {
      values.set(document, wanted);
      const { start, end } = document;
      const edited = (steps ?? [{ wanted, donor }]).reduce(
        (part, step) => editDocument(part, { document: 0, ...step }),
        text.slice(start, end),
      );
      splices.push({ start, end, text: edited });
    }
  }
  if (values.size === 0 && additions.length === 0) return undefined;
  if (splices.length === 0 && additions.length === 0) return file;
  for (const addition of additions) splices.push(insertion(text, addition));
  const composed = applySplices(text, splices);
  const result = text.endsWith('\n')
    ? composed
    : composed.replace(/\r?\n$/, '');
  const intended = [...values.values(), ...additions.map(item => item.value)];
  const read = readDocuments(result).map(document => document.value);
  if (!sameValues(read, intended)) {
    throw new EditError(
      'unverified',
      'the edited file would not mean what was intended, so it is not written',
    );
  }
  return mark + result;
}
