import { Json } from '../fields';
import { MAX_DEPTH, ReadingError } from './events';

/** A JSON value in a text. */
export interface JsonPart {
  readonly value: Json;
  readonly start: number;
  readonly end: number;
}

const LONG_INTEGER = /[0-9]{16}/;
const SPACE = /[ \t\r\n]*/y;

type Reviver = (
  key: string,
  value: Json,
  context?: { source?: string },
) => Json;

/** Keeps the digits of integers that a double would round. */
const keepDigits: Reviver = (_key, value, context) => {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?[0-9]+$/.test(source)
    ? BigInt(source)
    : value;
};

function parseJson(text: string, start: number): Json {
  try {
    return LONG_INTEGER.test(text)
      ? JSON.parse(text, keepDigits as (key: string, value: unknown) => Json)
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
  const end = opens ? endOfValue(text, start) : text.length;
  const value = parseJson(text.slice(start, end), start);
  return { value, start, end };
}
