import { applyChanges } from '../diff';
import { withinStack } from '../errors';
import {
  FieldPath,
  formatPath,
  getAt,
  isList,
  isObject,
  Json,
  parsePath,
  sameJson,
} from '../fields';
import { composeFile } from './edit/composeFile';
import { readDocuments } from './edit/documents';
import { EditError } from './errors';

/** A field and the value that it is to have. */
export interface FieldEdit {
  /** A path, or one as people write it. */
  readonly path: FieldPath | string;
  /** Absent: the field goes. */
  readonly value?: Json;
}

function pathOf({ path }: FieldEdit): FieldPath {
  const parsed = typeof path === 'string' ? parsePath(path) : path;
  if (!parsed || parsed.length === 0) {
    throw new EditError('invalid-path', `${String(path)} is no field path`);
  }
  return parsed;
}

function withEdits(value: Json, edits: readonly FieldEdit[]): Json {
  if (!isObject(value)) {
    throw new EditError('no-object', 'the document is no object');
  }
  return edits.reduce((object, edit) => {
    const path = pathOf(edit);
    const result = applyChanges(
      edit.value === undefined
        ? [{ type: 'onlyLeft', path, left: null }]
        : [{ type: 'onlyRight', path, right: edit.value }],
      object,
    );
    // Where an item was taken out by its position, another one is now.
    const taken = edit.value === undefined && path.at(-1)?.type === 'index';
    if (!taken && !sameJson(getAt(result, path), edit.value)) {
      throw new EditError('no-such-field', `${formatPath(path)} leads nowhere`);
    }
    return result;
  }, value);
}

function withFields(
  text: string,
  document: number,
  edits: readonly FieldEdit[],
  item: number | undefined,
): string {
  const documents = readDocuments(text);
  const found = documents.at(document);
  if (document < 0 || !found) {
    throw new EditError('no-document', 'there is no such document');
  }
  if (item === undefined) {
    const wanted = withEdits(found.value, edits);
    const changes = [{ document: found, wanted, inPlace: true }];
    return composeFile(text, documents, changes, []) ?? text;
  }
  const { value } = found;
  const items = isObject(value) ? value.items : undefined;
  if (!isObject(value) || !isList(items) || items[item] === undefined) {
    throw new EditError('no-document', 'the list has no such item');
  }
  const edited = withEdits(items[item], edits);
  const wanted = { ...value, items: items.with(item, edited) };
  const steps = [{ wanted, item }];
  const changes = [{ document: found, wanted, steps, inPlace: true }];
  return composeFile(text, documents, changes, []) ?? text;
}

/**
 * Sets or removes fields of one document of a file in place; everything else
 * stays byte for byte. New keys come last in their mapping. `document` is the
 * position among the documents that are not empty, `item` that in the `items`
 * of a List.
 *
 * Throws an EngineError if the text cannot be read or not be edited safely.
 */
export function setFields(
  text: string,
  document: number,
  edits: readonly FieldEdit[],
  item?: number,
): string {
  return withinStack(() => withFields(text, document, edits, item));
}
