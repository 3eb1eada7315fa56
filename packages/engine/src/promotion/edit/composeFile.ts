import { Json, sameJson } from '../../fields';
import { readYaml } from '../../manifests';
import { EditError } from '../errors';
import { ListsOfType } from '../types';
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
  /** Lists of a type; the built-in table by default. */
  readonly lists?: ListsOfType;
  /** As in DocumentEdit. */
  readonly inPlace?: boolean;
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

/** Without blank lines at the end, unless the last value keeps them. */
function linesOf({ text, value }: DocumentAddition, lineBreak: string): string {
  const short = `${text.trimEnd()}\n`;
  const lines = sameJson(readYaml(short), value) ? short : text;
  return lines.replace(/\r?\n/g, lineBreak);
}

/** Into a file without documents: below what there is of comments. */
function onlyDocument(
  text: string,
  addition: DocumentAddition,
  first: boolean,
): Splice {
  const lineBreak = lineBreakOf(text);
  const lines = linesOf(addition, lineBreak);
  const broken = text === '' || text.endsWith('\n');
  const opened = first || lines.startsWith('---');
  const before = first && !broken ? lineBreak : '';
  const separator = opened ? '' : `---${lineBreak}`;
  const end = text.length;
  return { start: end, end, text: before + separator + lines };
}

function insertion(text: string, addition: DocumentAddition): Splice {
  const { after } = addition;
  const lineBreak = lineBreakOf(text);
  const lines = linesOf(addition, lineBreak);
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
  for (const change of changes) {
    const { document, wanted, donor, steps, lists, inPlace } = change;
    if (wanted === undefined) {
      values.delete(document);
      splices.push(removal(text, document));
    } else if (!sameJson(wanted, document.value)) {
      values.set(document, wanted);
      const { start, end } = document;
      const edited = (steps ?? [{ wanted, donor }]).reduce(
        (part, step) =>
          editDocument(part, { document: 0, lists, inPlace, ...step }),
        text.slice(start, end),
      );
      splices.push({ start, end, text: edited });
    }
  }
  if (splices.length === 0 && additions.length === 0) return file;
  if (values.size === 0 && additions.length === 0) return undefined;
  additions.forEach((addition, index) =>
    splices.push(
      documents.length === 0
        ? onlyDocument(text, addition, index === 0)
        : insertion(text, addition),
    ),
  );
  const composed = applySplices(text, splices);
  const ended = text === '' || text.endsWith('\n');
  const result = ended ? composed : composed.replace(/\r?\n$/, '');
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
