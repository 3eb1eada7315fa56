import { isLower, isSpace, isUpper, toLower, toUpper } from './text';

function isConnector(char: string): boolean {
  return char === '-' || char === '_' || isSpace(char);
}

type WordType =
  | 'none'
  | 'number'
  | 'upper'
  | 'alphabet'
  | 'connector'
  | 'punctuation'
  | 'other';

interface Word {
  readonly type: WordType;
  readonly chars: readonly string[];
}

const isPunctuation = (char: string) => /^\p{P}$/u.test(char);
const isNumber = (char: string) => /^\p{N}$/u.test(char);
/** Letters that know upper and lower case; others are no part of a word. */
const isAlphabet = (char: string) =>
  /^\p{L}$/u.test(char) &&
  !/^[\u3400-\u4d85\u4e00-\u9fcc\u{20000}-\u{2b81d}]$/u.test(char);

/** Splits a name where its kind of characters changes. */
class WordReader {
  #at = 0;

  constructor(private readonly chars: readonly string[]) {}

  get more(): boolean {
    return this.#at < this.chars.length;
  }

  next(): Word {
    const start = this.#at;
    const type = this.#skip();
    return { type, chars: this.chars.slice(start, this.#at) };
  }

  #while(test: (char: string) => boolean): void {
    while (this.more && test(this.chars[this.#at])) this.#at++;
  }

  #skip(): WordType {
    if (!this.more) return 'none';
    const first = this.chars[this.#at++];
    if (isConnector(first)) {
      this.#while(isConnector);
      return 'connector';
    }
    if (isPunctuation(first)) {
      this.#while(isPunctuation);
      return 'punctuation';
    }
    if (isUpper(first)) {
      this.#upper();
      return 'upper';
    }
    if (isAlphabet(first)) {
      this.#while(char => isAlphabet(char) && !isUpper(char));
      return 'alphabet';
    }
    if (isNumber(first)) {
      this.#while(isNumber);
      return 'number';
    }
    this.#while(
      char =>
        !isConnector(char) &&
        !isAlphabet(char) &&
        !isNumber(char) &&
        !isPunctuation(char),
    );
    return 'other';
  }

  /** `HTTP` of `HTTPServer`, `Server` of `ServerName`. */
  #upper(): void {
    if (!this.more) return;
    const second = this.chars[this.#at];
    if (isUpper(second)) {
      this.#while(isUpper);
      if (this.more && isAlphabet(this.chars[this.#at])) this.#at--;
    } else if (isAlphabet(second)) {
      this.#while(char => isAlphabet(char) && !isUpper(char));
    }
  }
}

function lowered({ type, chars }: Word, connector: string): string {
  if (type !== 'upper' && type !== 'connector') return chars.join('');
  return chars
    .map(char => (isConnector(char) ? connector : toLower(char)))
    .join('');
}

const isWordOrNumber = ({ type }: Word) =>
  type === 'alphabet' || type === 'number';
const endsWords = ({ type }: Word) =>
  type === 'connector' || type === 'punctuation';
const isNone = ({ type }: Word) => type === 'none';

/** `HTTPServer2` as `http_server_2`, or with another connector. */
export function joinedWords(text: string, connector: string): string {
  const reader = new WordReader([...text]);
  let joined = '';
  let word = reader.next();
  const take = () => {
    joined += lowered(word, connector);
    word = reader.next();
  };
  while (reader.more) {
    if (word.type !== 'connector') joined += lowered(word, connector);
    const previous = word;
    word = reader.next();
    if (previous.type === 'number') {
      while (isWordOrNumber(word)) take();
      if (!isNone(word) && !endsWords(word)) joined += connector;
    } else if (previous.type === 'connector') {
      joined += lowered(previous, connector);
    } else if (previous.type !== 'punctuation') {
      if (word.type !== 'number') {
        if (!endsWords(word)) joined += connector;
      } else if (reader.more) {
        const digits = word;
        word = reader.next();
        if (word.type !== 'alphabet') {
          joined += lowered(digits, connector);
          if (!endsWords(word)) joined += connector;
        } else {
          joined += connector + lowered(digits, connector);
          while (isWordOrNumber(word)) take();
          if (!isNone(word) && !endsWords(word)) joined += connector;
        }
      }
    }
  }
  return joined + lowered(word, connector);
}

/** `http-server_name` as `HttpServerName`. */
export function pascalCase(text: string): string {
  const chars = [...text];
  let joined = '';
  let at = 0;
  while (at < chars.length && isConnector(chars[at])) joined += chars[at++];
  // Of nothing but connectors the last is written twice.
  if (at >= chars.length) return joined + (chars.at(-1) ?? '');
  let wasUpper = isUpper(chars[at]);
  let current = toUpper(chars[at++]);
  for (; at < chars.length; at++) {
    const previous = current;
    current = chars[at];
    if (isConnector(current) && isConnector(previous)) {
      joined += previous;
    } else if (isConnector(previous)) {
      wasUpper = isUpper(current);
      current = toUpper(current);
    } else {
      if (wasUpper) {
        if (isUpper(current)) current = toLower(current);
        else wasUpper = false;
      }
      joined += previous;
    }
  }
  return joined + current;
}

/** Upper case for letters that follow what is no part of a word. */
export function title(text: string): string {
  let separated = true;
  return [...text]
    .map(char => {
      const mapped = separated ? toUpper(char) : char;
      separated =
        char <= '\x7f'
          ? !/[0-9A-Za-z_]/.test(char)
          : !/[\p{L}\p{Nd}]/u.test(char) && isSpace(char);
      return mapped;
    })
    .join('');
}

/** Lower case for the first letter of each word. */
export function untitle(text: string): string {
  let first = true;
  return [...text]
    .map(char => {
      if (isSpace(char)) {
        first = true;
        return char;
      }
      const mapped = first ? toLower(char) : char;
      first = false;
      return mapped;
    })
    .join('');
}

export function swapCase(text: string): string {
  return [...text]
    .map(char => {
      if (isUpper(char) || /^\p{Lt}$/u.test(char)) return toLower(char);
      return isLower(char) ? toUpper(char) : char;
    })
    .join('');
}
