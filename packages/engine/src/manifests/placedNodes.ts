import { Event, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { Json } from '../fields';
import { eventsOf, ReadingError, startOf } from './events';
import { resolvePlain } from './scalars';

/** A node of a document with the offset at which it begins. */
export interface PlacedNode {
  readonly offset: number;
  readonly scalar?: Json;
  readonly entries?: ReadonlyMap<string, PlacedEntry>;
  readonly items?: readonly PlacedNode[];
}

export interface PlacedEntry {
  readonly keyOffset: number;
  readonly value: PlacedNode;
}

/** Walks the events of one document. Aliases share the node they name. */
class Placer {
  readonly #text: string;
  readonly #base: number;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, PlacedNode>();
  #index = 1;
  #last = 0;

  constructor(text: string, base: number, events: readonly Event[]) {
    this.#text = text;
    this.#base = base;
    this.#events = events;
  }

  node(): PlacedNode {
    const event = this.#events[this.#index++];
    this.#last = startOf(event) ?? this.#last;
    const offset = this.#base + this.#last;
    if (event.type === EVENT_ID.ALIAS) {
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      return { ...this.#anchors.get(name), offset };
    }
    let node: PlacedNode = { offset };
    if (event.type === EVENT_ID.MAPPING) node = this.#mapping(offset);
    else if (event.type === EVENT_ID.SEQUENCE) node = this.#sequence(offset);
    else if (event.type === EVENT_ID.SCALAR) {
      const text = getScalarValue(this.#text, event);
      const plain = event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0;
      node = { offset, scalar: plain ? resolvePlain(text) ?? text : text };
    }
    if ('anchorStart' in event && event.anchorStart >= 0) {
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      this.#anchors.set(name, node);
    }
    return node;
  }

  #sequence(offset: number): PlacedNode {
    const items: PlacedNode[] = [];
    while (this.#events[this.#index].type !== EVENT_ID.POP) {
      items.push(this.node());
    }
    this.#index++;
    return { offset, items };
  }

  #mapping(offset: number): PlacedNode {
    const entries = new Map<string, PlacedEntry>();
    while (this.#events[this.#index].type !== EVENT_ID.POP) {
      const key = this.node();
      const keyOffset = key.offset;
      const value = this.node();
      if (key.scalar === '<<') {
        for (const source of value.items ?? [value]) {
          for (const [name, entry] of source.entries ?? []) {
            entries.set(name, entry);
          }
        }
      } else if (key.scalar !== undefined) {
        entries.set(String(key.scalar), { keyOffset, value });
      }
    }
    this.#index++;
    return { offset, entries };
  }
}

/**
 * The nodes of the first document of a text; undefined if it is empty.
 * A text that cannot be read is one node without content.
 */
export function placeNodes(text: string, base: number): PlacedNode | undefined {
  try {
    const events = eventsOf(text);
    if (events.length === 0) return undefined;
    const node = new Placer(text, base, events).node();
    return node.scalar === null ? undefined : node;
  } catch (error) {
    if (error instanceof ReadingError) return { offset: base + error.offset };
    throw error;
  }
}
