import { Json } from '../fields';
import { contentStart, splitDocuments } from './documents';
import { ReadingError } from './readingError';
import { readJsonValue, skipSpace } from './json';
import { readDocument, ReadingNote } from './readDocument';

/** A document of a file before anything is asked of its content. */
export type RawDocument =
  | {
      readonly state: 'read';
      readonly value: Json;
      /** Offsets are those of the file. */
      readonly offset: number;
      readonly itemOffsets?: readonly number[];
      readonly notes: readonly ReadingNote[];
    }
  | {
      readonly state: 'unreadable';
      readonly code: string;
      readonly message: string;
      readonly offset: number;
      /** Argo CD does not see the document before it either. */
      readonly swallows?: boolean;
    };

/** How much of a file is looked at to tell JSON from YAML. */
const SNIFFED = 4096;

function unreadable(error: unknown, start: number): RawDocument {
  if (!(error instanceof ReadingError)) throw error;
  const { code, message } = error;
  return { state: 'unreadable', code, message, offset: start + error.offset };
}

function readYamlPart(text: string, start: number): RawDocument | undefined {
  try {
    const reading = readDocument(text);
    if (!reading || reading.value === null) return undefined;
    return {
      state: 'read',
      value: reading.value,
      offset: start + reading.offset,
      itemOffsets: reading.itemOffsets?.map(offset => start + offset),
      notes: reading.notes.map(note => ({
        ...note,
        offset: start + note.offset,
      })),
    };
  } catch (error) {
    return unreadable(error, start);
  }
}

function* yamlDocuments(text: string, from: number): Generator<RawDocument> {
  let before = false;
  for (const part of splitDocuments(text, from)) {
    if (part.error !== undefined) {
      yield {
        state: 'unreadable',
        code: 'invalid-yaml',
        message: part.error,
        offset: part.start,
        swallows: before && part.ends,
      };
      before = false;
      continue;
    }
    const document = readYamlPart(part.text, part.start);
    before = document !== undefined;
    if (document) yield document;
  }
}

/** JSON is YAML too: the second reading adds what JSON.parse does not tell. */
function withNotes(text: string, value: Json, start: number): RawDocument {
  const again = readYamlPart(text, start);
  return again?.state === 'read'
    ? { ...again, value, notes: again.notes.filter(isDuplicate) }
    : { state: 'read', value, offset: start, notes: [] };
}

function isDuplicate(note: ReadingNote): boolean {
  return note.code === 'duplicate-key';
}

/** A decoder takes four bytes at a time to find where YAML begins. */
const WINDOW = 4;

/**
 * Where YAML is read from once JSON cannot be: behind blanks, up to the end of
 * the line. Undefined if too little is left for the decoder to look at.
 */
function yamlStart(text: string, from: number): number | undefined {
  for (let at = from; ; at++) {
    const window = text.slice(at, at + WINDOW);
    if (new TextEncoder().encode(window).length < WINDOW) return undefined;
    if (!/\s/.test(text[at])) return at;
    if (text[at] === '\n') return at + 1;
  }
}

/**
 * A stream that begins with `{`: JSON values, and YAML from where they end if
 * there was one at most. Source: YAMLOrJSONDecoder of apimachinery.
 */
function* jsonThenYaml(text: string, from: number): Generator<RawDocument> {
  let end = from;
  let count = 0;
  for (;;) {
    if (skipSpace(text, end) === text.length) return;
    let part;
    try {
      part = readJsonValue(text, end);
    } catch (error) {
      const start = count > 1 ? undefined : yamlStart(text, end);
      if (start === undefined) yield unreadable(error, 0);
      else yield* yamlDocuments(text, start);
      return;
    }
    const { value, start } = part;
    ({ end } = part);
    count++;
    if (value !== null) yield withNotes(text.slice(start, end), value, start);
  }
}

/** A `.json` file: exactly one value. */
function* jsonFile(text: string, from: number): Generator<RawDocument> {
  let part;
  try {
    part = readJsonValue(text, from);
  } catch (error) {
    yield unreadable(error, 0);
    return;
  }
  yield withNotes(text.slice(part.start, part.end), part.value, part.start);
  const rest = skipSpace(text, part.end);
  // A closing bracket too many goes unnoticed by the decoder.
  if (rest < text.length && !/[\]}]/.test(text[rest])) {
    yield {
      state: 'unreadable',
      code: 'several-objects',
      message: 'a .json file holds exactly one object',
      offset: rest,
    };
  }
}

/**
 * The documents of a file in the order and with the boundaries that Argo CD
 * sees. Empty documents and those of comments only are left out.
 */
export function rawDocuments(
  path: string,
  text: string,
): Generator<RawDocument> {
  const from = contentStart(text);
  if (path.endsWith('.json')) return jsonFile(text, from);
  const json = text
    .slice(from, from + SNIFFED)
    .trimStart()
    .startsWith('{');
  return json ? jsonThenYaml(text, from) : yamlDocuments(text, from);
}
