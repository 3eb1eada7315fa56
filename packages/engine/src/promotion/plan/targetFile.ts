import { isList, isObject, Json } from '../../fields';
import {
  composeFile,
  DocumentAddition,
  DocumentChange,
} from '../edit/composeFile';
import { TextDocument } from '../edit/documents';
import { DocumentEdit } from '../edit/editDocument';
import { ListsOfType, PlanField } from '../types';
import { Located } from './locate';

type Step = Omit<DocumentEdit, 'document'>;

/** What is to happen to one file of the target environment. */
export class TargetFile {
  readonly resources: string[] = [];
  readonly fields: PlanField[] = [];
  readonly #changes = new Map<TextDocument, Step[]>();
  readonly #removed = new Set<TextDocument>();
  readonly #removedItems = new Map<TextDocument, number[]>();
  readonly #additions: Array<DocumentAddition & { order: number }> = [];
  readonly path: string;
  readonly before: string | undefined;
  readonly #documents: readonly TextDocument[];
  readonly #lists: ListsOfType | undefined;

  constructor(
    path: string,
    before: string | undefined,
    documents: readonly TextDocument[],
    lists?: ListsOfType,
  ) {
    this.#lists = lists;
    this.path = path;
    this.before = before;
    this.#documents = documents;
  }

  get documents(): readonly TextDocument[] {
    return this.#documents;
  }

  /** Adds a document; `order` is its place in the file that it comes from. */
  add(addition: DocumentAddition, order: number): void {
    this.#additions.push({ ...addition, order });
    this.#additions.sort((a, b) => a.order - b.order);
  }

  /** Gives a resource of the file another value, or removes it. */
  change(target: Located, value: Json | undefined, source?: Located): void {
    const { document } = target;
    const { item } = target.at;
    if (value !== undefined) {
      const steps = this.#changes.get(document) ?? [];
      const donor = source?.donor;
      const whole = steps.at(-1)?.wanted ?? document.value;
      const wanted = item === undefined ? value : withItem(whole, item, value);
      this.#changes.set(document, [...steps, { wanted, donor, item }]);
    } else if (item === undefined) {
      this.#removed.add(document);
    } else {
      const items = this.#removedItems.get(document) ?? [];
      this.#removedItems.set(document, [...items, item]);
    }
  }

  /** The file afterwards; absent if nothing is left. Throws an EngineError. */
  compose(): string | undefined {
    const changed = new Set([
      ...this.#changes.keys(),
      ...this.#removedItems.keys(),
    ]);
    const changes: DocumentChange[] = [...this.#removed].map(document => ({
      document,
      wanted: undefined,
    }));
    for (const document of changed) {
      const steps = [...(this.#changes.get(document) ?? [])];
      const gone = new Set(this.#removedItems.get(document));
      if (gone.size > 0) {
        const whole = steps.at(-1)?.wanted ?? document.value;
        steps.push({ wanted: withoutItems(whole, gone) });
      }
      const lists = this.#lists;
      changes.push({ document, wanted: steps.at(-1)?.wanted, steps, lists });
    }
    if (this.before !== undefined) {
      return composeFile(
        this.before,
        this.#documents,
        changes,
        this.#additions,
      );
    }
    return this.#additions.length === 0
      ? undefined
      : joinDocuments(this.#additions.map(addition => addition.text));
  }
}

function withItem(list: Json, item: number, value: Json): Json {
  if (!isObject(list) || !isList(list.items)) return list;
  return { ...list, items: list.items.with(item, value) };
}

function withoutItems(list: Json, gone: ReadonlySet<number>): Json {
  if (!isObject(list) || !isList(list.items)) return list;
  return { ...list, items: list.items.filter((_, index) => !gone.has(index)) };
}

/** A file of its own for documents that were parts of another one. */
function joinDocuments(texts: readonly string[]): string {
  const [first, ...rest] = texts;
  const parts = [first.replace(/^---[ \t]*\r?\n/, ''), ...rest];
  return parts
    .map((text, index) => {
      const opened = index === 0 || text.startsWith('---');
      const closed = index === parts.length - 1 || text.endsWith('\n');
      return `${opened ? '' : '---\n'}${text}${closed ? '' : '\n'}`;
    })
    .join('');
}
