import { FieldPath, isObject, Json, JsonObject } from '../fields';
import { syntaxFix } from './fixes';
import { LineIndex } from './lines';
import { createLocator } from './locate';
import {
  kindOf,
  listItems,
  objectProblems,
  refusal,
  toManifest,
} from './objects';
import { RawDocument, rawDocuments } from './rawDocuments';
import {
  FileReading,
  Manifest,
  ParsedFile,
  Problem,
  SourceFile,
} from './types';

/** Text that makes Argo CD take an unreadable file for a manifest. */
const MANIFEST_WORDS = ['apiVersion:', 'kind:', 'metadata:'];

/** A file with this many unreadable documents is not read further. */
const MAX_UNREADABLE = 20;

type Failed = Extract<FileReading, { state: 'failed' }>;

/** Collects the objects and problems of one file. */
class FileReader {
  readonly manifests: Manifest[] = [];
  readonly problems: Problem[] = [];
  /** The first document that is no object, and how many are read before it. */
  unread?: Failed & { readonly before: number };
  /** The first object that can be read but not applied. */
  refused?: Failed;
  #lines?: LineIndex;
  #locate?: ReturnType<typeof createLocator>;

  constructor(readonly file: SourceFile) {}

  position(offset: number) {
    this.#lines ??= new LineIndex(this.file.text);
    return this.#lines.at(offset);
  }

  fieldLine(document: number, path: FieldPath, item?: number) {
    this.#locate ??= createLocator(this.file.text);
    return this.#locate(document, path, item);
  }

  report(problem: Omit<Problem, 'file'>): Problem {
    const full = { file: this.file.path, ...problem };
    this.problems.push(full);
    return full;
  }

  fail(
    code: Failed['code'],
    problem: Omit<Problem, 'file' | 'severity'>,
    swallows = false,
  ) {
    const reported = this.report({ severity: 'error', ...problem });
    this.unread ??= {
      state: 'failed',
      stage: 'document',
      code,
      problem: reported,
      before: (problem.document ?? 0) - (swallows ? 1 : 0),
    };
  }

  refuse(problem: Problem) {
    this.refused ??= {
      state: 'failed',
      code: 'invalid-manifest',
      stage: 'object',
      problem,
    };
  }

  document(raw: RawDocument, document: number): void {
    if (raw.state === 'unreadable') {
      const fix = syntaxFix(this.file.text, raw.code, raw.offset);
      const several = raw.code === 'several-objects';
      this.fail(
        several ? 'invalid-manifest' : 'invalid-yaml',
        {
          code: raw.code,
          ...this.position(raw.offset),
          document,
          message: raw.message,
          fix,
        },
        raw.swallows,
      );
      return;
    }
    for (const note of raw.notes) {
      this.report({
        severity: 'warning',
        code: note.code,
        ...this.position(note.offset),
        document,
        ...noteText(note.code, note.text),
      });
    }
    const { value } = raw;
    if (!isObject(value) || kindOf(value) === '') {
      this.fail('invalid-manifest', {
        code: 'invalid-manifest',
        ...this.position(raw.offset),
        document,
        message: isObject(value)
          ? 'the object has no kind'
          : 'the document is no mapping',
        fix: 'Write apiVersion, kind and metadata, or move the file out of the directories that are applied.',
      });
      return;
    }
    this.object(value, raw.offset, document, raw.itemOffsets);
  }

  object(
    object: JsonObject,
    offset: number,
    document: number,
    itemOffsets: readonly number[] | undefined,
  ): void {
    const items = listItems(object);
    if (!items) {
      this.add(object, offset, document);
      return;
    }
    items.forEach((item, index) =>
      this.item(item, itemOffsets?.[index] ?? offset, document, index),
    );
  }

  item(item: Json, offset: number, document: number, index: number): void {
    if (isObject(item) && kindOf(item) !== '') {
      this.add(item, offset, document, index);
      return;
    }
    const problem = this.report({
      severity: 'error',
      code: 'invalid-manifest',
      ...this.position(offset),
      document,
      message: isObject(item)
        ? `item ${index} of the list has no kind`
        : `item ${index} of the list is no mapping`,
      fix: 'Give every item of the list an apiVersion and a kind.',
    });
    this.refuse(problem);
  }

  add(object: JsonObject, offset: number, document: number, item?: number) {
    const { path, blob } = this.file;
    const manifest = toManifest(object, {
      file: path,
      document,
      ...(item !== undefined && { item }),
      line: this.position(offset).line,
      ...(blob !== undefined && { blob }),
    });
    this.manifests.push(manifest);
    for (const found of objectProblems(manifest)) {
      const { path: at, ...rest } = found;
      const line = this.fieldLine(document, at, item) ?? manifest.origin.line;
      const problem = this.report({ ...rest, line, document });
      if (found.code === 'invalid-manifest' && refusal(object)) {
        this.refuse(problem);
      }
    }
  }

  /** The verdict on the file, with the documents before the first bad one. */
  reading(): FileReading {
    const { unread, refused, file } = this;
    if (!unread) return refused ?? { state: 'read' };
    const looksLikeManifest =
      unread.before > 0 ||
      file.path.endsWith('.json') ||
      MANIFEST_WORDS.every(word => file.text.includes(word));
    if (!looksLikeManifest) return { state: 'ignored' };
    const { state, code, stage, problem } = unread;
    return { state, code, stage, problem };
  }
}

function noteText(code: string, text: string) {
  return code === 'duplicate-key'
    ? {
        message: `the key "${text}" is given twice; the last one counts`,
        fix: 'Remove one of them.',
      }
    : {
        message: `${text} is read as a boolean, not as text`,
        fix: `Quote it ("${text}") if text is meant, else write true or false.`,
      };
}

/** A file of which only the name is known: what is in it may be anything. */
function withoutText(file: SourceFile, why: string): ParsedFile {
  const problem: Problem = {
    severity: 'error',
    code: 'invalid-yaml',
    file: file.path,
    line: 1,
    column: 1,
    document: 0,
    message: `the file cannot be read: ${why}`,
    fix: 'Keep manifests as UTF-8 text in files of a readable size.',
  };
  const reading: FileReading = {
    state: 'failed',
    code: 'invalid-yaml',
    stage: 'document',
    problem,
  };
  return { file, manifests: [], problems: [problem], reading };
}

/**
 * The objects of a file as kubectl and Argo CD read them, with everything
 * that is wrong with it. Never throws: what cannot be read is a problem.
 */
export function parseManifests(file: SourceFile): ParsedFile {
  if (file.unreadable !== undefined) return withoutText(file, file.unreadable);
  const reader = new FileReader(file);
  let document = 0;
  let unreadable = 0;
  for (const raw of rawDocuments(file.path, file.text)) {
    reader.document(raw, document);
    document++;
    if (raw.state === 'unreadable') unreadable++;
    if (unreadable === MAX_UNREADABLE) break;
  }
  const reading = reader.reading();
  // A file that is no manifest is nobody's problem.
  if (reading.state === 'ignored') {
    return { file, manifests: [], problems: [], reading };
  }
  const { manifests, problems } = reader;
  return { file, manifests, problems, reading };
}
