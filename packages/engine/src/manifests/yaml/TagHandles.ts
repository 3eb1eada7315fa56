import { ReadingError } from '../readingError';
import { Scanner } from './Scanner';
import { Token } from './tokens';

const DEFAULT_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);

function fail(message: string, { offset }: Token): never {
  throw new ReadingError('invalid-yaml', message, offset);
}

/** What the handles of tags stand for in a document. */
export class TagHandles {
  readonly #prefixes = new Map<string, string>();

  /** Reads the directives before a `---`, and that line. */
  takeDirectives(scanner: Scanner): void {
    let version = false;
    for (;;) {
      const token = scanner.peek();
      if (token.type === 'version') {
        if (version) fail('%YAML is given twice', token);
        if (token.version !== '1.1') {
          fail(`%YAML ${token.version} is not read; leave the line out`, token);
        }
        version = true;
      } else if (token.type === 'tag-directive') {
        if (this.#prefixes.has(token.handle))
          fail('%TAG is given twice', token);
        this.#prefixes.set(token.handle, token.prefix);
      } else {
        if (token.type !== 'document-start') {
          fail('"---" must follow directives', token);
        }
        scanner.skip();
        return;
      }
      scanner.skip();
    }
  }

  /** A tag in full. */
  resolve(token: Extract<Token, { type: 'tag' }>): string {
    const { handle, suffix } = token;
    if (handle === '') return suffix;
    const prefix = this.#prefixes.get(handle) ?? DEFAULT_PREFIXES.get(handle);
    if (prefix === undefined) {
      fail(`the tag ${handle}${suffix} has no %TAG line`, token);
    }
    return prefix + suffix;
  }
}
