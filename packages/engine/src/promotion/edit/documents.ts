import {
  Alias,
  Document,
  isAlias,
  isNode,
  Node,
  parseAllDocuments,
  visit,
} from 'yaml';
import { Json } from '../../fields';
import { readYaml } from '../../manifests';
import { EditError } from '../errors';
import { noteSpellings } from '../spelledKeys';

/** A document of a file: where it stands, its nodes and what it means. */
export interface TextDocument {
  /** The whole file, without a byte order mark. */
  readonly text: string;
  /** Offsets of the document with its `---` line and its comments. */
  readonly start: number;
  readonly end: number;
  readonly root: Node;
  /** As kubectl reads it. */
  readonly value: Json;
  /** What each alias stands for. */
  readonly aliases: ReadonlyMap<Alias, Node>;
}

/** Nodes are only used for their ranges, so every scalar may stay a string. */
const PARSING = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

function resolveAliases(document: Document.Parsed): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Alias, Node>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) aliases.set(node, target);
      } else if (isNode(node) && 'anchor' in node && node.anchor) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return aliases;
}

/** The text of a file without a byte order mark; offsets are those of it. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/**
 * The documents of a file, without empty ones. A document reaches to the
 * `---` of the next one, so that together they cover the whole text.
 *
 * Throws an EngineError if the text cannot be read.
 */
export function readDocuments(file: string): TextDocument[] {
  const text = withoutMark(file);
  const parsed = parseAllDocuments(text, PARSING);
  const documents: TextDocument[] = [];
  // An empty stream comes as an empty list with extra properties.
  const all = Array.isArray(parsed) ? [...parsed] : [];
  all.forEach((document, index) => {
    const start = index === 0 ? 0 : document.range[0];
    const end = index + 1 < all.length ? all[index + 1].range[0] : text.length;
    const value = readYaml(text.slice(start, end));
    if (value === null || !document.contents) return;
    if (document.errors.length > 0) {
      throw new EditError('invalid-yaml', document.errors[0].message);
    }
    noteSpellings(text.slice(start, end), document.contents, value);
    const aliases = resolveAliases(document);
    documents.push({
      text,
      start,
      end,
      root: document.contents,
      value,
      aliases,
    });
  });
  return documents;
}
