import { TemplateError, UnsupportedTemplate } from './errors';

const CLASSES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: '0-9A-Za-z_',
  s: '\\t\\n\\f\\r ',
};

const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

const SIMPLE_ESCAPES = 'fnrtv';

function literal(char: string): string {
  return /[A-Za-z0-9_ ]/.test(char) || char > '\x7f'
    ? char
    : `\\u{${char.codePointAt(0)!.toString(16)}}`;
}

/** Writes an expression of Go's regexp as one of JavaScript. */
export class Translator {
  #at = 0;
  #source = '';

  constructor(private readonly text: string) {}

  translate(): { source: string; flags: string } {
    const flags = /^\(\?([ims]+)\)/.exec(this.text);
    if (flags) this.#at = flags[0].length;
    while (this.#at < this.text.length) this.#source += this.#next();
    return { source: this.#source, flags: flags?.[1] ?? '' };
  }

  #unsupported(): never {
    throw new UnsupportedTemplate(
      `the expression ${this.text} is not evaluated here`,
    );
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match) this.#at = pattern.lastIndex;
    return match ?? undefined;
  }

  #next(): string {
    const [char] = this.#take(/[^]/uy)!;
    switch (char) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#class();
      case '(':
        return this.#group();
      case '{': {
        const counted = this.#take(/(\d+)(,(\d*))?\}/y);
        if (!counted) return literal('{');
        if ([counted[1], counted[3] || '0'].some(n => Number(n) > 1000)) {
          throw new TemplateError('invalid repeat count');
        }
        return `{${counted[0]}`;
      }
      case '}':
      case ']':
        return literal(char);
      case '/':
        return '\\/';
      default:
        return char;
    }
  }

  #group(): string {
    if (!this.#take(/\?/y)) return '(';
    const named = this.#take(/P?<([A-Za-z_][A-Za-z0-9_]*)>/y);
    if (named) return `(?<${named[1]}>`;
    if (this.#take(/:/y)) return '(?:';
    return this.#unsupported();
  }

  #escape(): string {
    const quoted = this.#take(/Q(.*?)(?:\\E|$)/sy);
    if (quoted) return [...quoted[1]].map(literal).join('');
    const property = this.#take(/[pP](?:([A-Z])|\{\^?([A-Za-z_]+)\})/y);
    if (property) return this.#property(property);
    const byte = this.#take(/x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/y);
    if (byte) return `\\u{${byte[1] ?? byte[2]}}`;
    const match = this.#take(/[^]/uy);
    if (!match) throw new TemplateError('trailing backslash at the end');
    const [char] = match;
    if (char === 'A') return '^';
    if (char === 'z') return '$';
    if (char === 'b' || char === 'B') return `\\${char}`;
    if (char === 'a') return '\\x07';
    if (SIMPLE_ESCAPES.includes(char)) return `\\${char}`;
    const lower = char.toLowerCase();
    if (Object.hasOwn(CLASSES, lower)) {
      return `[${lower === char ? '' : '^'}${CLASSES[lower]}]`;
    }
    if (/[0-7]/.test(char)) return this.#unsupported();
    if (/[A-Za-z0-9]/.test(char) || char > '\x7f') {
      throw new TemplateError(`invalid escape sequence: \\${char}`);
    }
    return literal(char);
  }

  #property(match: RegExpExecArray): string {
    const negated = match[0].startsWith('P') !== match[0].includes('^');
    const name = match[1] ?? match[2];
    const script = name.length > 2 ? `Script=${name}` : name;
    return `\\${negated ? 'P' : 'p'}{${script}}`;
  }

  #class(): string {
    let source = this.#take(/\^/y) ? '[^' : '[';
    let first = true;
    for (;;) {
      const posix = this.#take(/\[:(\^?)([a-z]+):\]/y);
      if (posix) {
        if (posix[1]) return this.#unsupported();
        if (!Object.hasOwn(POSIX, posix[2])) {
          throw new TemplateError('invalid character class range');
        }
        source += POSIX[posix[2]];
        first = false;
        continue;
      }
      const match = this.#take(/[^]/uy);
      if (!match) throw new TemplateError('missing closing ]');
      const [char] = match;
      if (char === ']' && !first) return `${source}]`;
      first = false;
      if (char === '\\') source += this.#classEscape();
      else if (char === '-') source += '-';
      else source += literal(char);
    }
  }

  #classEscape(): string {
    const escaped = this.#escape();
    if (escaped === '^' || escaped === '$' || /^\\[bB]$/.test(escaped)) {
      throw new TemplateError('invalid escape sequence in a class');
    }
    if (!escaped.startsWith('[')) return escaped;
    return escaped.startsWith('[^')
      ? `\\${/^\[\^0-9\]$/.test(escaped) ? 'D' : this.#unsupported()}`
      : escaped.slice(1, -1);
  }
}
