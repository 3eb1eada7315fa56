import { YAMLException } from 'js-yaml';
import { Json, getKey, isList, isObject } from '../fields';
import { readDocuments, readJson } from './caseText';
import { recogniseCases } from './recogniseCases';
import { CasePart, splitBlocks, splitLines } from './splitCases';
import { Case, CaseFileHead } from './types';

/** What a list of cases holds at one place; lines count from 1. */
export type CaseEntry =
  | { readonly state: 'read'; readonly line?: number; readonly case: Case }
  | {
      readonly state: 'unreadable';
      readonly line?: number;
      readonly reason: string;
    };

export type CaseFile = {
  readonly entries: readonly CaseEntry[];
  /** The cases that could be read. */
  readonly cases: readonly Case[];
  /** What stands in the file besides its cases. */
  readonly head: CaseFileHead;
};

function file(entries: readonly CaseEntry[], head: CaseFileHead): CaseFile {
  const cases = entries.flatMap(one =>
    one.state === 'read' ? [one.case] : [],
  );
  return { entries, cases, head };
}

function entry(value: Json | undefined, line?: number): CaseEntry {
  if (isObject(value)) return { state: 'read', line, case: value };
  return { state: 'unreadable', line, reason: 'A case must be a mapping.' };
}

function unreadable(error: unknown, line: number): CaseEntry {
  if (!(error instanceof YAMLException)) throw error;
  const at = line + (error.mark?.line ?? 0);
  return { state: 'unreadable', line: at, reason: error.reason };
}

/** The cases of a document: a list, a list below `cases`, or itself one case. */
function itemsOf(document: Json): readonly Json[] {
  const list = isList(document) ? document : getKey(document, 'cases');
  if (isList(list)) return list;
  const isCase = recogniseCases([document]) || getKey(document, 'expect');
  return isCase ? [document] : [];
}

function fromDocuments(documents: readonly Json[], text: string): CaseFile {
  const items = documents.flatMap(itemsOf);
  const { parts } = splitBlocks(text);
  const lines = parts.length === items.length ? parts : [];
  return file(
    items.map((item, index) => entry(item, lines[index]?.line)),
    Object.assign({}, ...documents.filter(isObject)),
  );
}

function fromPart({ line, text }: CasePart): CaseEntry[] {
  const json = readJson(text);
  if (json !== undefined) return [entry(json, line)];
  try {
    return readDocuments(text)
      .flatMap(value => (isList(value) ? value : [value]))
      .map(value => entry(value, line));
  } catch (error) {
    return [unreadable(error, line)];
  }
}

/** Reads a file with one case a line; undefined if it is not such a file. */
function fromLines(text: string): CaseFile | undefined {
  const parts = splitLines(text);
  // A single mapping may also be a whole file.
  if (!parts || parts.length === 1) return undefined;
  return file(parts.flatMap(fromPart), {});
}

/** Reads what can be read of a file that as a whole cannot. */
function fromBlocks(text: string): CaseFile | undefined {
  const { before, parts } = splitBlocks(text);
  if (parts.length === 0) return undefined;
  const entries = parts.flatMap(fromPart);
  try {
    const head = readDocuments(before).filter(isObject);
    return file(entries, Object.assign({}, ...head));
  } catch (error) {
    return file([unreadable(error, 1), ...entries], {});
  }
}

function hasOnlyCases({ entries }: CaseFile): boolean {
  return entries.every(({ state }) => state === 'read');
}

/**
 * Reads a case file: YAML or JSON, a list of cases, a mapping with the list
 * under `cases`, one case a document, or one case a line. An item that cannot
 * be read is an entry that says so, beside the others; a file without any
 * item that cannot be read is the parser's error; a file without cases has
 * none. Takes time linear in the length of the text.
 */
export function readCases(fileText: string): CaseFile {
  const text = fileText.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const json = /^\s*[[{]/.test(text) ? readJson(text) : undefined;
  if (json !== undefined) return fromDocuments([json], text);
  const byLine = fromLines(text);
  if (byLine && hasOnlyCases(byLine)) return byLine;
  try {
    return fromDocuments(readDocuments(text), text);
  } catch (error) {
    const rest = byLine ?? fromBlocks(text);
    if (!rest) throw error;
    return rest;
  }
}
