import {
  Event,
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  ScalarEvent,
} from 'js-yaml';
import { ManifestError } from '../errors';
import { isList, isObject, Json } from '../fields';
import { AliasBudget } from './aliases';
import { eventsOf, ReadingError, startOf } from './events';
import { isOneLetterBoolean, resolvePlain } from './scalars';
import { resolveTagged } from './tags';

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

interface Anchor {
  readonly value: Json;
  readonly size: number;
}

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

/** A key as JSON writes it: `on` is true for go-yaml, so the key is "true". */
function keyText(key: Json): string | undefined {
  switch (typeof key) {
    case 'string':
      return key;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(key);
    default:
      return undefined;
  }
}

/** Builds the value of a document from the events of js-yaml. */
class DocumentReader {
  readonly notes: ReadingNote[] = [];
  itemOffsets: number[] | undefined;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, Anchor | 'open'>();
  readonly #budget = new AliasBudget();
  #index: number;
  #offset = 0;
  /** Takes the offsets of the next list that is read. */
  #nextItems: number[] | undefined;

  constructor(text: string, events: readonly Event[], index: number) {
    this.#text = text;
    this.#events = events;
    this.#index = index;
  }

  /** Offset of the node that was being read when an error was thrown. */
  get offset(): number {
    return this.#offset;
  }

  node(depth: number): Json {
    const event = this.#events[this.#index++];
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event);
    if (
      event.type !== EVENT_ID.SCALAR &&
      event.type !== EVENT_ID.MAPPING &&
      event.type !== EVENT_ID.SEQUENCE
    ) {
      throw new ManifestError('invalid-yaml', 'the document ends early');
    }
    const before = this.#budget.nodes++;
    const name =
      event.anchorStart < 0
        ? undefined
        : this.#text.slice(event.anchorStart, event.anchorEnd);
    if (name !== undefined) this.#anchors.set(name, 'open');
    let value: Json;
    if (event.type !== EVENT_ID.SEQUENCE) this.#nextItems = undefined;
    if (event.type === EVENT_ID.SCALAR) {
      value = this.#scalar(event);
    } else {
      this.#offset = event.start;
      value =
        event.type === EVENT_ID.MAPPING
          ? this.#mapping(depth)
          : this.#sequence(depth);
    }
    if (name !== undefined) {
      const size = this.#budget.nodes - before;
      this.#anchors.set(name, { value, size });
    }
    return value;
  }

  #alias(event: { anchorStart: number; anchorEnd: number }): Json {
    this.#offset = event.anchorStart;
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) {
      throw new ManifestError('invalid-yaml', `no anchor "&${name}" before it`);
    }
    if (anchor === 'open') {
      throw new ManifestError(
        'invalid-yaml',
        `the anchor "&${name}" contains itself`,
      );
    }
    this.#budget.nodes++;
    this.#budget.repeat(anchor.size);
    return anchor.value;
  }

  #scalar(event: ScalarEvent): Json {
    if (event.valueStart >= 0) this.#offset = event.valueStart;
    const text = getScalarValue(this.#text, event);
    if (event.tagStart >= 0) {
      const tag = this.#text.slice(event.tagStart, event.tagEnd);
      return resolveTagged(tag, text);
    }
    if (event.style !== SCALAR_STYLE.PLAIN) return text;
    return this.#plain(text);
  }

  #plain(text: string): Json {
    const value = resolvePlain(text);
    if (value === undefined) {
      throw new ManifestError(
        'invalid-yaml',
        `${text} is a number that JSON cannot hold; quote it if it is text`,
      );
    }
    if (typeof value === 'boolean' && isOneLetterBoolean(text)) {
      this.notes.push({
        code: 'ambiguous-boolean',
        text,
        offset: this.#offset,
      });
    }
    return value;
  }

  #sequence(depth: number): Json {
    const items: Json[] = [];
    const record = this.#nextItems;
    this.#nextItems = undefined;
    while (this.#events[this.#index].type !== EVENT_ID.POP) {
      const event = this.#events[this.#index];
      if (record) record.push(startOf(event) ?? this.#offset);
      items.push(this.node(depth + 1));
    }
    this.#index++;
    return items;
  }

  #mapping(depth: number): Json {
    const object: MutableObject = {};
    let merged: Set<string> | undefined;
    while (this.#events[this.#index].type !== EVENT_ID.POP) {
      const keyEvent = this.#events[this.#index];
      if (this.#isMerge(keyEvent)) {
        this.#index++;
        merged ??= new Set();
        this.#merge(object, merged, depth);
        continue;
      }
      const key = keyText(this.node(depth + 1));
      const offset = this.#offset;
      if (key === undefined) {
        throw new ManifestError('invalid-yaml', 'a key must be a plain scalar');
      }
      if (depth === 0 && key === 'items') {
        this.itemOffsets = [];
        this.#nextItems = this.itemOffsets;
      }
      const value = this.node(depth + 1);
      this.#nextItems = undefined;
      if (Object.hasOwn(object, key) && !merged?.has(key)) {
        this.notes.push({ code: 'duplicate-key', text: key, offset });
      }
      merged?.delete(key);
      setKey(object, key, value);
    }
    this.#index++;
    return object;
  }

  #isMerge(event: Event): boolean {
    return (
      event.type === EVENT_ID.SCALAR &&
      event.style === SCALAR_STYLE.PLAIN &&
      event.valueEnd - event.valueStart === 2 &&
      this.#text.startsWith('<<', event.valueStart)
    );
  }

  /**
   * In go-yaml v2 a merge takes effect where it stands: it overwrites keys
   * above it and is overwritten by keys below it. Of several mappings the
   * first wins.
   */
  #merge(object: MutableObject, merged: Set<string>, depth: number): void {
    const value = this.node(depth + 1);
    const sources = isList(value) ? [...value].reverse() : [value];
    for (const source of sources) {
      if (!isObject(source)) {
        throw new ManifestError(
          'invalid-yaml',
          '"<<" takes a mapping or a list of mappings',
        );
      }
      for (const key of Object.keys(source)) {
        merged.add(key);
        setKey(object, key, source[key]);
      }
    }
  }
}

/**
 * Reads the first document of a text as kubectl does. Undefined if there is
 * only space and comments. Throws {@link ReadingError}.
 */
export function readDocument(text: string): DocumentReading | undefined {
  const events = eventsOf(text);
  if (events.length === 0) return undefined;
  const first = events[1];
  const reader = new DocumentReader(text, events, 1);
  try {
    const value = reader.node(0);
    return {
      value,
      offset: startOf(first) ?? 0,
      itemOffsets: reader.itemOffsets,
      notes: reader.notes,
    };
  } catch (error) {
    if (error instanceof ManifestError) {
      throw new ReadingError(error.code, error.message, reader.offset);
    }
    throw error;
  }
}
