import { TemplateError } from './errors';
import { floatText } from './format';
import { parseInteger } from './literals';
import { GoInteger, GoList, GoMap, isGoObject, Value } from './values';

const MAX_DEPTH = 200;

const WORDS = new Set(
  (
    'y Y yes Yes YES on On ON n N no No NO off Off OFF true True TRUE false ' +
    'False FALSE ~ null Null NULL << .inf .Inf .INF +.inf +.Inf +.INF -.inf ' +
    '-.Inf -.INF .nan .NaN .NAN'
  ).split(' '),
);
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const TIME =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?))?$/;

/** Text that YAML 1.1 would read as something else if it were not quoted. */
function isAmbiguous(text: string): boolean {
  const digits = text.replace(/_/g, '');
  return (
    text === '' ||
    WORDS.has(text) ||
    (!text.startsWith('_') &&
      (parseInteger(digits) !== undefined || FLOAT.test(digits))) ||
    BASE_60.test(text) ||
    TIME.test(text)
  );
}

const LEADING_INDICATOR = /^(?:[#,[\]{}&*!|>'"%@`]|[?:-](?:\s|$)|---|\.\.\.)/;
const INDICATOR = /:(?:\s|$)|\s#/;
// eslint-disable-next-line no-control-regex
const SPECIAL =
  /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\t\r\ufeff]/u;

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\ufeff': '\\uFEFF',
};

function doubleQuoted(text: string): string {
  const escaped = [...text].map(char => {
    if (Object.hasOwn(ESCAPES, char)) return ESCAPES[char];
    if (!SPECIAL.test(char)) return char;
    const code = char.codePointAt(0)!;
    const hex = code.toString(16).toUpperCase();
    return code < 256
      ? `\\x${hex.padStart(2, '0')}`
      : `\\u${hex.padStart(4, '0')}`;
  });
  return `"${escaped.join('')}"`;
}

function literal(text: string, margin: string): string {
  const keep = /\n\n$|^\n$/.test(text) ? '+' : '';
  const chomp = text.endsWith('\n') ? keep : '-';
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const lines = text.replace(/\n$/, '').split('\n');
  const body = lines.map(line => (line ? `\n${margin}${line}` : '\n'));
  return `|${hint}${chomp}${body.join('')}`;
}

function scalarText(text: string, margin: string, key: boolean): string {
  if (text.includes('\n')) {
    const trailing = /[ \n]$/.test(text) && / $/.test(text);
    const block = !key && !SPECIAL.test(text) && !trailing && !/ \n/.test(text);
    return block ? literal(text, margin) : doubleQuoted(text);
  }
  if (isAmbiguous(text) || SPECIAL.test(text)) return doubleQuoted(text);
  const plain =
    !LEADING_INDICATOR.test(text) &&
    !INDICATOR.test(text) &&
    text === text.trim();
  return plain ? text : `'${text.replace(/'/g, "''")}'`;
}

function scalar(value: Value, margin: string): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return scalarText(value, margin, false);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new TemplateError(`json: unsupported value: ${value}`);
    }
    const whole = Number.isInteger(value) && Math.abs(value) < 1e21;
    return whole ? BigInt(value).toString() : floatText(value);
  }
  return value instanceof GoInteger ? String(value.value) : String(value);
}

function numberAt(chars: readonly string[], from: number): string {
  let to = from;
  while (to < chars.length && /^\d$/.test(chars[to])) to++;
  return chars.slice(from, to).join('');
}

/** The order in which Go's YAML writes keys: numbers in them count as numbers. */
function naturally(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  const isDigit = (char: string) => /^\p{Nd}$/u.test(char);
  const isLetter = (char: string) => /^\p{L}$/u.test(char);
  let digits = false;
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] === b[i]) {
      digits = isDigit(a[i]);
      continue;
    }
    const letters = [isLetter(a[i]), isLetter(b[i])];
    if (letters[0] && letters[1]) return a[i] < b[i] ? -1 : 1;
    if (letters[0] || letters[1]) {
      if (digits) return letters[0] ? -1 : 1;
      return letters[1] ? -1 : 1;
    }
    const [one, other] = [numberAt(a, i), numberAt(b, i)];
    const scaled =
      (a[i] === '0' || b[i] === '0') &&
      /[1-9]\d*$/.test(a.slice(0, i).join(''));
    const values = [one, other].map(n =>
      Number((scaled ? '1' : '') + (n || 0)),
    );
    if (values[0] !== values[1]) return values[0] - values[1];
    if (one.length !== other.length) return one.length - other.length;
    return a[i] < b[i] ? -1 : 1;
  }
  return a.length - b.length;
}

function isEmpty(value: Value): boolean {
  if (value instanceof GoList) return value.items.length === 0;
  return value instanceof GoMap && value.entries.size === 0;
}

function node(value: Value, margin: string, depth: number): string[] {
  if (depth > MAX_DEPTH) throw new TemplateError('a value nests too deep');
  if (value instanceof GoList && !value.isNil && !isEmpty(value)) {
    return value.items.flatMap(item => {
      const [first, ...rest] = node(item, `${margin}  `, depth + 1);
      return [`- ${first}`, ...rest.map(line => (line ? `  ${line}` : line))];
    });
  }
  if (value instanceof GoMap && !value.isNil && !isEmpty(value)) {
    return [...value.entries]
      .sort(([a], [b]) => naturally(a, b))
      .flatMap(([key, item]) => pair(key, item, margin, depth));
  }
  if (value instanceof GoList) return [value.isNil ? 'null' : '[]'];
  if (value instanceof GoMap) return [value.isNil ? 'null' : '{}'];
  if (isGoObject(value)) return [scalarText(value.text(), margin, false)];
  return scalar(value, '').split('\n');
}

function pair(
  key: string,
  item: Value,
  margin: string,
  depth: number,
): string[] {
  const name = scalarText(key, margin, true);
  const lines = node(item, margin, depth + 1);
  const block =
    (item instanceof GoList || item instanceof GoMap) &&
    !item.isNil &&
    !isEmpty(item);
  if (!block) {
    const [first, ...rest] = lines;
    return [
      `${name}: ${first}`,
      ...rest.map(line => (line ? `  ${line}` : '')),
    ];
  }
  const indented =
    item instanceof GoList
      ? lines
      : lines.map(line => (line ? `  ${line}` : ''));
  return [`${name}:`, ...indented];
}

/** A value as Argo CD's toYaml writes it, without the last line break. */
export function writeYaml(value: Value): string {
  const top = node(value, '', 0);
  const [first, ...rest] = top;
  // A block of text at the top is indented, as everywhere else.
  const lines =
    typeof value === 'string' && rest.length > 0
      ? [first, ...rest.map(line => (line ? `  ${line}` : ''))]
      : top;
  return lines.join('\n');
}
