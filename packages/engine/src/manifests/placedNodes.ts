import { Json } from '../fields';
import { ReadingError } from './readingError';
import { resolvePlain } from './scalars';
import { isMerge, MapNode, YamlNode } from './yaml/nodes';
import { parseYaml } from './yaml/parseYaml';

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

/** Walks the nodes of one document. Aliases share the node they name. */
class Placer {
  readonly #base: number;
  readonly #repeated: ReadonlySet<YamlNode>;
  readonly #placed = new Map<YamlNode, PlacedNode>();

  constructor(base: number, repeated: ReadonlySet<YamlNode>) {
    this.#base = base;
    this.#repeated = repeated;
  }

  node(node: YamlNode): PlacedNode {
    const offset = this.#base + node.offset;
    if (node.kind === 'alias') {
      return { ...this.#placed.get(node.target), offset };
    }
    const placed = { offset, ...this.#content(node) };
    if (this.#repeated.has(node)) this.#placed.set(node, placed);
    return placed;
  }

  #content(node: Exclude<YamlNode, { kind: 'alias' }>): Partial<PlacedNode> {
    switch (node.kind) {
      case 'scalar': {
        const { text, implicit, tag } = node;
        const plain = implicit && tag === '';
        return { scalar: plain ? resolvePlain(text) ?? text : text };
      }
      case 'list':
        return { items: node.items.map(item => this.node(item)) };
      default:
        return { entries: this.#entries(node) };
    }
  }

  #entries(node: MapNode): ReadonlyMap<string, PlacedEntry> {
    const entries = new Map<string, PlacedEntry>();
    for (const [keyNode, valueNode] of node.entries) {
      const key = this.node(keyNode);
      const value = this.node(valueNode);
      if (isMerge(keyNode)) {
        for (const source of value.items ?? [value]) {
          for (const [name, entry] of source.entries ?? []) {
            entries.set(name, entry);
          }
        }
      } else if (key.scalar !== undefined) {
        entries.set(String(key.scalar), { keyOffset: key.offset, value });
      }
    }
    return entries;
  }
}

/**
 * The nodes of the first document of a text; undefined if it is empty.
 * A text that cannot be read is one node without content.
 */
export function placeNodes(text: string, base: number): PlacedNode | undefined {
  try {
    const document = parseYaml(text);
    if (!document) return undefined;
    const placer = new Placer(base, document.repeated);
    const node = placer.node(document.root);
    return node.scalar === null ? undefined : node;
  } catch (error) {
    if (error instanceof ReadingError) return { offset: base + error.offset };
    throw error;
  }
}
