import { ReadingError } from '../readingError';
import { ListNode, MapNode, ScalarNode, YamlNode } from './nodes';
import { Scanner } from './Scanner';
import { Token } from './tokens';

/** Nesting beyond this is refused: no API has types as deep. */
export const MAX_DEPTH = 500;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type TokenType = Token['type'];

const STANDARD_TAGS = 'tag:yaml.org,2002:';

interface Properties {
  anchor?: string;
  tag: string;
}

/** Builds the nodes of the first document from the tokens of a text. */
class Parser {
  readonly #scanner: Scanner;
  readonly #tags = new Map<string, string>();
  readonly #anchors = new Map<string, YamlNode>();
  readonly repeated = new Set<YamlNode>();

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  document(): YamlNode | undefined {
    if (this.#at('stream-end')) return undefined;
    const explicit = this.#at('version', 'tag-directive', 'document-start');
    if (explicit) this.#directives();
    for (const [handle, prefix] of [
      ['!', '!'],
      ['!!', STANDARD_TAGS],
    ]) {
      if (!this.#tags.has(handle)) this.#tags.set(handle, prefix);
    }
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

  #directives(): void {
    let version = false;
    for (;;) {
      const token = this.#scanner.peek();
      if (token.type === 'version') {
        if (version) this.#fail('%YAML is given twice');
        if (token.version !== '1.1') {
          this.#fail(`%YAML ${token.version} is not read; leave the line out`);
        }
        version = true;
      } else if (token.type === 'tag-directive') {
        if (this.#tags.has(token.handle)) this.#fail('%TAG is given twice');
        this.#tags.set(token.handle, token.prefix);
      } else {
        break;
      }
      this.#scanner.skip();
    }
    if (!this.#skipped('document-start')) {
      this.#fail('"---" must follow directives');
    }
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
        properties.tag = this.#tag(token);
      } else {
        return properties;
      }
      this.#scanner.skip();
    }
  }

  #tag(token: Extract<Token, { type: 'tag' }>): string {
    if (token.handle === '') return token.suffix;
    const prefix = this.#tags.get(token.handle);
    if (prefix === undefined) {
      this.#fail(`the tag ${token.handle}${token.suffix} has no %TAG line`);
    }
    return prefix + token.suffix;
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
    const { anchor, tag } = this.#properties();
    const token = this.#scanner.peek();
    const keep = <T extends YamlNode>(node: T): T => {
      if (anchor !== undefined) this.#anchors.set(anchor, node);
      return node;
    };
    const { offset } = token;
    if (token.type === 'scalar') {
      this.#scanner.skip();
      const implicit = (tag === '' && token.plain) || tag === '!';
      return keep({ kind: 'scalar', offset, text: token.text, implicit, tag });
    }
    const list = (): Writable<ListNode> & { items: YamlNode[] } =>
      keep({ kind: 'list', offset, items: [] });
    const map = (): MapNode & { entries: [YamlNode, YamlNode][] } =>
      keep({ kind: 'map', offset, entries: [] });
    if (dashes && token.type === '-') {
      const node = list();
      this.#dashes(node.items, depth + 1);
      return node;
    }
    if (token.type === '[' || (block && token.type === 'block-list')) {
      this.#scanner.skip();
      const node = list();
      if (token.type === '[') this.#flowList(node.items, depth + 1);
      else this.#blockList(node.items, depth + 1);
      return node;
    }
    if (token.type === '{' || (block && token.type === 'block-map')) {
      this.#scanner.skip();
      const node = map();
      if (token.type === '{') this.#flowMap(node.entries, depth + 1);
      else this.#blockMap(node.entries, depth + 1);
      return node;
    }
    if (anchor !== undefined || tag !== '') {
      const implicit = tag === '';
      return keep({ kind: 'scalar', offset, text: '', implicit, tag });
    }
    return this.#fail('a value is missing here');
  }

  /** The node up to one of these tokens, an empty one if there is none. */
  #nodeBefore(depth: number, ...ends: TokenType[]): YamlNode {
    return this.#at(...ends) ? this.#empty() : this.#node(depth, true, false);
  }

  #keyPart(depth: number): YamlNode {
    return this.#at('key', 'value', 'block-end')
      ? this.#empty()
      : this.#node(depth, true, true);
  }

  #blockList(items: YamlNode[], depth: number): void {
    while (!this.#skipped('block-end')) {
      if (!this.#skipped('-')) this.#fail('a list entry must begin with "- "');
      items.push(this.#nodeBefore(depth, '-', 'block-end'));
    }
  }

  /** A list at the column of the key it belongs to. */
  #dashes(items: YamlNode[], depth: number): void {
    while (this.#skipped('-')) {
      items.push(this.#nodeBefore(depth, '-', 'key', 'value', 'block-end'));
    }
  }

  #blockMap(entries: [YamlNode, YamlNode][], depth: number): void {
    while (!this.#skipped('block-end')) {
      if (!this.#skipped('key')) this.#fail('a key is expected here');
      const key = this.#keyPart(depth);
      const value = this.#skipped('value')
        ? this.#keyPart(depth)
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
