import { ReadingError } from '../readingError';
import { MapNode, ScalarNode, YamlNode } from './nodes';
import { Scanner } from './Scanner';
import { TagHandles } from './TagHandles';
import { Token } from './tokens';

/** Nesting beyond this is refused: no API has types as deep. */
export const MAX_DEPTH = 500;

type TokenType = Token['type'];

const PROPERTY: ReadonlySet<TokenType> = new Set(['anchor', 'tag'] as const);
const NO_PROPERTIES: Properties = { tag: '' };

/** What ends the entries and keys of block collections that have no content. */
const AFTER_ENTRY: ReadonlySet<TokenType> = new Set([
  '-',
  'block-end',
] as const);
const AFTER_KEY: ReadonlySet<TokenType> = new Set([
  'key',
  'value',
  'block-end',
] as const);
const AFTER_DASH: ReadonlySet<TokenType> = new Set([
  '-',
  ...AFTER_KEY,
] as const);

interface Properties {
  anchor?: string;
  tag: string;
}

/** Builds the nodes of the first document from the tokens of a text. */
class Parser {
  readonly #scanner: Scanner;
  readonly #tags = new TagHandles();
  readonly #anchors = new Map<string, YamlNode>();
  readonly repeated = new Set<YamlNode>();

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  document(): YamlNode | undefined {
    if (this.#at('stream-end')) return undefined;
    const explicit = this.#at('version', 'tag-directive', 'document-start');
    if (explicit) this.#tags.takeDirectives(this.#scanner);
    const empty =
      explicit &&
      this.#at(
        'version',
        'tag-directive',
        'document-start',
        'document-end',
        'stream-end',
      );
    const node = empty ? this.#empty() : this.#node(0, true, false);
    // go-yaml looks one token further, and fails if that cannot be read.
    this.#scanner.peek();
    return node;
  }

  #at(...types: TokenType[]): boolean {
    return types.includes(this.#scanner.peek().type);
  }

  /** Skips a token of a type, if it is the next one. */
  #skipped(type: TokenType): boolean {
    if (this.#scanner.peek().type !== type) return false;
    this.#scanner.skip();
    return true;
  }

  #fail(message: string): never {
    const { offset } = this.#scanner.peek();
    throw new ReadingError('invalid-yaml', message, offset);
  }

  #empty(offset = this.#scanner.peek().offset): ScalarNode {
    return { kind: 'scalar', offset, text: '', implicit: true, tag: '' };
  }

  /** Anchor and tag, in any order. */
  #properties(): Properties {
    const properties: Properties = { tag: '' };
    let tagged = false;
    for (;;) {
      const token = this.#scanner.peek();
      if (token.type === 'anchor' && properties.anchor === undefined) {
        properties.anchor = token.name;
      } else if (token.type === 'tag' && !tagged) {
        tagged = true;
        properties.tag = this.#tags.resolve(token);
      } else {
        return properties;
      }
      this.#scanner.skip();
    }
  }

  /**
   * @param block - block collections may begin here
   * @param dashes - a list may begin here without being indented
   */
  #node(depth: number, block: boolean, dashes: boolean): YamlNode {
    const first = this.#scanner.peek();
    if (depth > MAX_DEPTH) {
      throw new ReadingError(
        'too-deep',
        'the nesting is too deep',
        first.offset,
      );
    }
    if (first.type === 'alias') {
      this.#scanner.skip();
      const target = this.#anchors.get(first.name);
      if (!target) {
        const message = `no anchor "&${first.name}" before it`;
        throw new ReadingError('invalid-yaml', message, first.offset);
      }
      this.repeated.add(target);
      const { offset, name } = first;
      return { kind: 'alias', offset, name, target };
    }
    const { anchor, tag } = PROPERTY.has(first.type)
      ? this.#properties()
      : NO_PROPERTIES;
    const token = this.#scanner.peek();
    const { offset, type } = token;
    if (type === 'scalar') {
      this.#scanner.skip();
      const { text, plain } = token;
      const implicit = (tag === '' && plain) || tag === '!';
      return this.#keep(anchor, {
        kind: 'scalar',
        offset,
        text,
        implicit,
        tag,
      });
    }
    const dashed = dashes && type === '-';
    if (dashed || type === '[' || (block && type === 'block-list')) {
      const items: YamlNode[] = [];
      const node = this.#keep(anchor, { kind: 'list', offset, items });
      if (!dashed) this.#scanner.skip();
      if (dashed) this.#dashes(items, depth + 1);
      else if (type === '[') this.#flowList(items, depth + 1);
      else this.#blockList(items, depth + 1);
      return node;
    }
    if (type === '{' || (block && type === 'block-map')) {
      const entries: [YamlNode, YamlNode][] = [];
      const node = this.#keep(anchor, { kind: 'map', offset, entries });
      this.#scanner.skip();
      if (type === '{') this.#flowMap(entries, depth + 1);
      else this.#blockMap(entries, depth + 1);
      return node;
    }
    if (anchor !== undefined || tag !== '') {
      const implicit = tag === '';
      const empty = {
        kind: 'scalar',
        offset,
        text: '',
        implicit,
        tag,
      } as const;
      return this.#keep(anchor, empty);
    }
    return this.#fail('a value is missing here');
  }

  /** Lets aliases find a node, and what stands in it. */
  #keep(anchor: string | undefined, node: YamlNode): YamlNode {
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    return node;
  }

  /** The node up to one of these tokens, an empty one if there is none. */
  #nodeBefore(
    depth: number,
    ends: ReadonlySet<TokenType>,
    dashes = false,
  ): YamlNode {
    return ends.has(this.#scanner.peek().type)
      ? this.#empty()
      : this.#node(depth, true, dashes);
  }

  #blockList(items: YamlNode[], depth: number): void {
    while (!this.#skipped('block-end')) {
      if (!this.#skipped('-')) this.#fail('a list entry must begin with "- "');
      items.push(this.#nodeBefore(depth, AFTER_ENTRY));
    }
  }

  /** A list at the column of the key it belongs to. */
  #dashes(items: YamlNode[], depth: number): void {
    while (this.#skipped('-')) {
      items.push(this.#nodeBefore(depth, AFTER_DASH));
    }
  }

  #blockMap(entries: [YamlNode, YamlNode][], depth: number): void {
    while (!this.#skipped('block-end')) {
      if (!this.#skipped('key')) this.#fail('a key is expected here');
      const key = this.#nodeBefore(depth, AFTER_KEY, true);
      const value = this.#skipped('value')
        ? this.#nodeBefore(depth, AFTER_KEY, true)
        : this.#empty();
      entries.push([key, value]);
    }
  }

  #flowValue(depth: number, end: TokenType): YamlNode {
    return !this.#skipped('value') || this.#at(',', end)
      ? this.#empty()
      : this.#node(depth, false, false);
  }

  #flowList(items: YamlNode[], depth: number): void {
    for (let first = true; !this.#skipped(']'); first = false) {
      if (!first && !this.#skipped(',')) {
        this.#fail('"," or "]" is missing in a list');
      }
      if (this.#at('key')) items.push(this.#pair(depth));
      else if (!this.#at(']')) items.push(this.#node(depth, false, false));
    }
  }

  /** A mapping of one key within a flow list. */
  #pair(depth: number): MapNode {
    const { offset } = this.#scanner.peek();
    this.#scanner.skip();
    let key: YamlNode;
    if (this.#at('value', ',', ']')) {
      key = this.#empty();
      // As go-yaml does, so an empty key has no value here.
      this.#scanner.skip();
    } else {
      key = this.#node(depth + 1, false, false);
    }
    const value = this.#flowValue(depth + 1, ']');
    return { kind: 'map', offset, entries: [[key, value]] };
  }

  #flowMap(entries: [YamlNode, YamlNode][], depth: number): void {
    for (let first = true; !this.#skipped('}'); first = false) {
      if (!first && !this.#skipped(',')) {
        this.#fail('"," or "}" is missing in a mapping');
      }
      if (this.#skipped('key')) {
        const key = this.#at('value', ',', '}')
          ? this.#empty()
          : this.#node(depth, false, false);
        entries.push([key, this.#flowValue(depth, '}')]);
      } else if (!this.#at('}')) {
        entries.push([this.#node(depth, false, false), this.#empty()]);
      }
    }
  }
}

/** The first document of a text. */
export interface YamlDocument {
  readonly root: YamlNode;
  /** The nodes that aliases name. */
  readonly repeated: ReadonlySet<YamlNode>;
}

/**
 * The first document of a text, as go-yaml v2 reads it; undefined if the text
 * is empty. What follows the document is not read. Throws
 * {@link ReadingError}.
 */
export function parseYaml(text: string): YamlDocument | undefined {
  const parser = new Parser(text);
  const root = parser.document();
  return root && { root, repeated: parser.repeated };
}
