import { Json } from '../fields';
import { ReadingError } from './readingError';
import { MAX_DEPTH } from './yaml/parseYaml';

/** A JSON value in a text. */
export interface JsonPart {
  readonly value: Json;
  readonly start: number;
  readonly end: number;
}

/** Numbers that JSON.parse may round or that may be too large for it. */
const LARGE = /[0-9]{16}|[eE]\+?[0-9]{3}/;
const SPACE = /[ \t\r\n]*/y;
const SCALAR = /"(?:[^"\\]|\\.)*"|[-+.0-9a-zA-Z]*/y;

/** Half a character, written as an escape. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;
const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

type Reviver = (
  key: string,
  value: Json,
  context?: { source?: string },
) => Json;

/** Keeps the digits of integers of 64 bits that a double would round. */
const revive: Reviver = (_key, value, context) => {
  // Go has no half characters.
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\ufffd');
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  if (!Number.isFinite(value)) {
    throw new SyntaxError(`${context?.source} is too large a number`);
  }
  const source = context?.source;
  if (source === undefined || !/^-?[0-9]+$/.test(source)) return value;
  const digits = BigInt(source);
  return BigInt.asIntN(64, digits) === digits ||
    BigInt.asUintN(64, digits) === digits
    ? digits
    : value;
};

function parseJson(text: string, start: number): Json {
  try {
    return LARGE.test(text) || SURROGATE_ESCAPE.test(text)
      ? JSON.parse(text, revive as (key: string, value: unknown) => Json)
      : (JSON.parse(text) as Json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message);
    const offset = start + (at ? Number(at[1]) : 0);
    const reason = message.replace(/ (in JSON )?at position .*$/s, '');
    throw new ReadingError('invalid-yaml', reason, offset);
  }
}

/** Offset after the JSON object or list that begins at `start`. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      at++;
      while (at < text.length && text[at] !== '"') {
        if (text[at] === '\\') at++;
        at++;
      }
    } else if (char === '{' || char === '[') {
      depth++;
      if (depth > MAX_DEPTH) {
        throw new ReadingError('too-deep', 'the nesting is too deep', at);
      }
    } else if (char === '}' || char === ']') {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  throw new ReadingError(
    'invalid-yaml',
    'the JSON text ends early',
    text.length,
  );
}

function endOfScalar(text: string, start: number): number {
  SCALAR.lastIndex = start;
  SCALAR.exec(text);
  // What is no value is left to the parser to complain about.
  return SCALAR.lastIndex > start ? SCALAR.lastIndex : text.length;
}

/** Offset of the first character from `at` on that is no space. */
export function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

/**
 * Reads one JSON value at an offset, as a stream decoder does. Throws
 * {@link ReadingError}.
 */
export function readJsonValue(text: string, from: number): JsonPart {
  const start = skipSpace(text, from);
  const opens = text[start] === '{' || text[start] === '[';
  const end = opens ? endOfValue(text, start) : endOfScalar(text, start);
  const value = parseJson(text.slice(start, end), start);
  return { value, start, end };
}
