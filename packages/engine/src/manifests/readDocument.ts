import { ManifestError } from '../errors';
import { isObject, Json } from '../fields';
import { AliasBudget } from './aliases';
import { keyOfPlain, keyOfValue } from './keys';
import { ReadingError } from './readingError';
import { isOneLetterBoolean, resolvePlain } from './scalars';
import { resolveTagged } from './tags';
import { isMerge, ListNode, MapNode, ScalarNode, YamlNode } from './yaml/nodes';
import { parseYaml, YamlDocument } from './yaml/parseYaml';

/** Something of note that does not keep a document from being read. */
export interface ReadingNote {
  readonly code: 'duplicate-key' | 'ambiguous-boolean';
  /** The key or the text as written. */
  readonly text: string;
  /** Offset in the text that was read. */
  readonly offset: number;
}

/** The value of one document and where its parts begin. */
export interface DocumentReading {
  readonly value: Json;
  /** Offset of the first mapping, list or scalar. */
  readonly offset: number;
  /** Offsets of the members of a top-level `items` list. */
  readonly itemOffsets?: readonly number[];
  readonly notes: readonly ReadingNote[];
}

/** A node that aliases name: its value, or that it is not finished. */
type Anchor = { readonly value: Json; readonly size: number } | 'open';

type MutableObject = { [key: string]: Json };

function setKey(object: MutableObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}

/** Gives the nodes of a document their values. */
class DocumentReader {
  readonly notes: ReadingNote[] = [];
  readonly #repeated: ReadonlySet<YamlNode>;
  readonly #anchors = new Map<YamlNode, Anchor>();
  readonly #budget = new AliasBudget();
  #offset = 0;

  constructor(document: YamlDocument) {
    this.#repeated = document.repeated;
  }

  /** Offset of the node that was being read when an error was thrown. */
  get offset(): number {
    return this.#offset;
  }

  value(node: YamlNode): Json {
    this.#offset = node.offset;
    if (node.kind === 'alias') return this.#alias(node.target, node.name);
    const before = this.#budget.nodes++;
    const repeated = this.#repeated.has(node);
    if (repeated) this.#anchors.set(node, 'open');
    const value = this.#content(node);
    if (repeated) {
      const size = this.#budget.nodes - before;
      this.#anchors.set(node, { value, size });
    }
    return value;
  }

  #content(node: ScalarNode | MapNode | ListNode): Json {
    switch (node.kind) {
      case 'scalar':
        return this.#scalar(node);
      case 'map':
        return this.#mapping(node);
      default:
        return node.items.map(item => this.value(item));
    }
  }

  #alias(target: YamlNode, name: string): Json {
    const anchor = this.#anchors.get(target);
    if (anchor === undefined || anchor === 'open') {
      throw new ManifestError(
        'invalid-yaml',
        `the anchor "&${name}" contains itself`,
      );
    }
    this.#budget.nodes++;
    this.#budget.repeat(anchor.size);
    return anchor.value;
  }

  #scalar({ text, implicit, tag }: ScalarNode): Json {
    if (tag !== '') return resolveTagged(tag, text);
    if (!implicit) return text;
    const value = resolvePlain(text);
    if (value === undefined) {
      throw new ManifestError(
        'invalid-yaml',
        `${text} is a number that JSON cannot hold; quote it if it is text`,
      );
    }
    if (typeof value === 'boolean' && isOneLetterBoolean(text)) {
      const offset = this.#offset;
      this.notes.push({ code: 'ambiguous-boolean', text, offset });
    }
    return value;
  }

  #key(node: YamlNode): string {
    const target = node.kind === 'alias' ? node.target : node;
    const plain =
      target.kind === 'scalar' && target.implicit && target.tag === '';
    const key = plain
      ? this.#plainKey(node, target.text)
      : keyOfValue(this.value(node));
    this.#offset = node.offset;
    if (key !== undefined) return key;
    throw new ManifestError(
      'invalid-yaml',
      'a key must be text, a number or a boolean; quote it if it is text',
    );
  }

  /** Unlike a value, a key may be an infinity. */
  #plainKey(node: YamlNode, text: string): string | undefined {
    this.#budget.nodes++;
    if (node.kind === 'alias') this.#budget.repeat(1);
    if (this.#repeated.has(node)) {
      const value = resolvePlain(text);
      if (value !== undefined) this.#anchors.set(node, { value, size: 1 });
    }
    if (isOneLetterBoolean(text)) {
      const { offset } = node;
      this.notes.push({ code: 'ambiguous-boolean', text, offset });
    }
    return keyOfPlain(text);
  }

  #mapping(node: MapNode): Json {
    const object: MutableObject = {};
    let merged: Set<string> | undefined;
    for (const [keyNode, valueNode] of node.entries) {
      if (isMerge(keyNode)) {
        merged ??= new Set();
        this.#merge(object, merged, valueNode);
        continue;
      }
      const key = this.#key(keyNode);
      const value = this.value(valueNode);
      if (Object.hasOwn(object, key) && !merged?.has(key)) {
        const { offset } = keyNode;
        this.notes.push({ code: 'duplicate-key', text: key, offset });
      }
      merged?.delete(key);
      setKey(object, key, value);
    }
    return object;
  }

  /**
   * In go-yaml v2 a merge takes effect where it stands: it overwrites keys
   * above it and is overwritten by keys below it. Of several mappings the
   * first wins.
   */
  #merge(object: MutableObject, merged: Set<string>, node: YamlNode): void {
    const sources = node.kind === 'list' ? [...node.items].reverse() : [node];
    for (const source of sources) {
      const target = source.kind === 'alias' ? source.target : source;
      const value = target.kind === 'map' ? this.value(source) : undefined;
      if (!isObject(value)) {
        this.#offset = source.offset;
        throw new ManifestError(
          'invalid-yaml',
          '"<<" takes a mapping or a list of mappings',
        );
      }
      for (const key of Object.keys(value)) {
        merged.add(key);
        setKey(object, key, value[key]);
      }
    }
  }
}

/** Where the members of the list `items` of a document begin. */
function offsetsOfItems(root: YamlNode): number[] | undefined {
  if (root.kind !== 'map') return undefined;
  let found: number[] | undefined;
  for (const [key, value] of root.entries) {
    if (key.kind === 'scalar' && key.text === 'items') {
      const list = value.kind === 'alias' ? value.target : value;
      found =
        list.kind === 'list' ? list.items.map(item => item.offset) : undefined;
    }
  }
  return found;
}

/**
 * Reads the first document of a text as kubectl does. Undefined if there is
 * only space and comments. Throws {@link ReadingError}.
 */
export function readDocument(text: string): DocumentReading | undefined {
  // A line reader ends every line, the last one too.
  const document = parseYaml(text.endsWith('\n') ? text : `${text}\n`);
  if (!document) return undefined;
  const { root } = document;
  const reader = new DocumentReader(document);
  try {
    const value = reader.value(root);
    const { notes } = reader;
    const itemOffsets = offsetsOfItems(root);
    return { value, offset: root.offset, itemOffsets, notes };
  } catch (error) {
    if (error instanceof ManifestError) {
      throw new ReadingError(error.code, error.message, reader.offset);
    }
    throw error;
  }
}
