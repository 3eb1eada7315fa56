import { isList, isObject, Json } from '../../fields';
import { entriesOf } from '../edit/entries';
import { readDocuments, TextDocument } from '../edit/documents';
import { Donor, donorChildren, donorOf } from '../edit/donor';
import { EditError } from '../errors';
import { ResourceText } from '../types';

/** A resource found in the text of its file. */
export interface Located {
  readonly at: ResourceText;
  readonly documents: readonly TextDocument[];
  readonly document: TextDocument;
  readonly value: Json;
  /** For copying from it. */
  readonly donor: Donor;
}

/** Reads each text once, however many resources are in it. */
export class Texts {
  readonly #read = new Map<string, readonly TextDocument[]>();

  documents(text: string): readonly TextDocument[] {
    const known = this.#read.get(text);
    if (known) return known;
    const documents = readDocuments(text);
    this.#read.set(text, documents);
    return documents;
  }

  /** Throws an EngineError if the text cannot be read or lacks the document. */
  locate(at: ResourceText): Located {
    const documents = this.documents(at.text);
    const document = documents.at(at.document);
    if (at.document < 0 || !document) {
      throw new EditError('no-document', `${at.path} has no such document`);
    }
    const whole = { at, documents, document, donor: donorOf(document) };
    const { value, root } = document;
    if (at.item === undefined) return { ...whole, value };
    const items = isObject(value) ? value.items : undefined;
    const item = isList(items) ? items[at.item] : undefined;
    const list = donorChildren(whole.donor).find(
      child => child.entry?.key === 'items',
    );
    const donor = donorChildren(list).find(child => child.index === at.item);
    if (
      item === undefined ||
      !donor ||
      entriesOf(document, root).length === 0
    ) {
      throw new EditError('no-document', `${at.path} has no such item`);
    }
    return { ...whole, value: item, donor };
  }
}
