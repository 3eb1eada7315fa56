import { Json } from './json';
import { FieldPath, PathStep } from './path';

const KEY_CHARACTER = /[\w-]/;

interface Cursor {
  readonly text: string;
  at: number;
}

function readQuoted(cursor: Cursor): string | undefined {
  const start = cursor.at;
  for (let at = start + 1; at < cursor.text.length; at++) {
    if (cursor.text[at] === '\\') at++;
    else if (cursor.text[at] === '"') {
      cursor.at = at + 1;
      try {
        const value: unknown = JSON.parse(cursor.text.slice(start, at + 1));
        return typeof value === 'string' ? value : undefined;
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}

/** A value up to one of the characters that end it, quoted or plain. */
function readValue(cursor: Cursor, ends: string): string | undefined {
  if (cursor.text[cursor.at] === '"') return readQuoted(cursor);
  const start = cursor.at;
  while (
    cursor.at < cursor.text.length &&
    !ends.includes(cursor.text[cursor.at])
  ) {
    cursor.at++;
  }
  return cursor.text.slice(start, cursor.at);
}

function readMember(cursor: Cursor): PathStep | undefined {
  cursor.at++;
  const quoted = cursor.text[cursor.at] === '"';
  const text = readValue(cursor, ']');
  if (text === undefined) return undefined;
  if (quoted) return { type: 'member', value: text };
  try {
    return { type: 'member', value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
}

function readItem(cursor: Cursor): PathStep | undefined {
  const keys: Array<readonly [string, Json]> = [];
  for (;;) {
    const name = readValue(cursor, '=]');
    if (name === undefined || cursor.text[cursor.at] !== '=') return undefined;
    cursor.at++;
    const value = readValue(cursor, ',]');
    if (value === undefined) return undefined;
    keys.push([name, value]);
    if (cursor.text[cursor.at] !== ',') return { type: 'item', keys };
    cursor.at++;
  }
}

function readBracket(cursor: Cursor): PathStep | undefined {
  const { text, at } = cursor;
  if (text[at] === '"') {
    const key = readQuoted(cursor);
    return key === undefined ? undefined : { type: 'key', key };
  }
  if (text[at] === '=') return readMember(cursor);
  const end = text.indexOf(']', at);
  const inside = text.slice(at, end);
  if (end > at && /^\d{1,9}$/.test(inside)) {
    cursor.at = end;
    return { type: 'index', index: Number(inside) };
  }
  return readItem(cursor);
}

function readStep(cursor: Cursor, first: boolean): PathStep | undefined {
  if (cursor.text[cursor.at] === '[') {
    cursor.at++;
    const step = readBracket(cursor);
    if (!step || cursor.text[cursor.at] !== ']') return undefined;
    cursor.at++;
    return step;
  }
  if (!first) {
    if (cursor.text[cursor.at] !== '.') return undefined;
    cursor.at++;
  }
  const start = cursor.at;
  while (
    cursor.at < cursor.text.length &&
    KEY_CHARACTER.test(cursor.text[cursor.at])
  ) {
    cursor.at++;
  }
  if (cursor.at === start) return undefined;
  return { type: 'key', key: cursor.text.slice(start, cursor.at) };
}

/**
 * Reads what `formatPath` writes. Key fields of list items come back as
 * strings, because the text does not say whether `80` was a number; `getAt`
 * compares them as text. Undefined if the text is no path.
 */
export function parsePath(text: string): FieldPath | undefined {
  const cursor: Cursor = { text, at: 0 };
  const path: PathStep[] = [];
  while (cursor.at < text.length) {
    const step = readStep(cursor, path.length === 0);
    if (!step) return undefined;
    path.push(step);
  }
  return path;
}
