import { TemplateError } from './errors';
import { GoInteger, GoList, GoMap, isGoObject, Value } from './values';

const MAX_TEXT_DEPTH = 500;

/** `1.5e-7` with the two digits that Go gives an exponent. */
export function goExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/**
 * A float as Go's `%v` prints it: the shortest digits, with an exponent from
 * 1e+06 on and below 1e-04.
 */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const shortest = value.toExponential();
  const power = Number(shortest.slice(shortest.indexOf('e') + 1));
  return power >= -4 && power < 6 ? String(value) : goExponent(shortest);
}

/** A value as `%v` prints it. Throws {@link TemplateError} if it is endless. */
export function goText(value: Value, depth = 0): string {
  if (depth > MAX_TEXT_DEPTH) throw new TemplateError('a value nests too deep');
  if (value === undefined || value === null) return '<nil>';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return floatText(value);
  if (value instanceof GoList) {
    return `[${value.items.map(item => goText(item, depth + 1)).join(' ')}]`;
  }
  if (value instanceof GoMap) {
    const pairs = value
      .sorted()
      .map(([key, item]) => `${key}:${goText(item, depth + 1)}`);
    return `map[${pairs.join(' ')}]`;
  }
  if (value instanceof GoInteger) return String(value.value);
  return isGoObject(value) ? value.text() : String(value);
}

/** A value as an action writes it. */
export function printed(value: Value): string {
  return value === undefined || value === null ? '<no value>' : goText(value);
}

const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

function escapedCharacter(char: string): string {
  if (Object.hasOwn(ESCAPES, char)) return ESCAPES[char];
  if (PRINTABLE.test(char)) return char;
  const code = char.codePointAt(0)!;
  const hex = (width: number) => code.toString(16).padStart(width, '0');
  if (code < 0x20 || code === 0x7f) return `\\x${hex(2)}`;
  return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

/** Text as a Go string literal: strconv.Quote. */
export function goQuote(text: string, quote = '"'): string {
  let quoted = quote;
  for (const char of text) {
    quoted += char === quote ? `\\${quote}` : escapedCharacter(char);
  }
  return quoted + quote;
}
