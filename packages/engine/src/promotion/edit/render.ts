import { isList, isObject, Json, sameJson } from '../../fields';
import { readYaml } from '../../manifests';
import { isPlainWord } from './keys';

/** Characters with a meaning of their own inside brackets. */
const FLOW_MARKS = /[,[\]{}]/;
/** Text that some reader could take for a number, a date or a time. */
const NUMBER_LIKE = /^[-+.]?\d[\d:.+\-_,eExXoOTZtz ]*$/;

/** JSON text; also of integers that a double cannot hold. */
export function renderJson(value: Json): string {
  if (typeof value === 'bigint') return value.toString();
  if (isList(value)) return `[${value.map(renderJson).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${renderJson(item)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** Also in brackets, where go-yaml ends a plain text at marks like `?`. */
function readsAsItself(text: string, flow: boolean): boolean {
  const frame = flow ? `[${text}, {a: ${text}}]` : text;
  const wanted = flow ? [text, { a: text }] : text;
  try {
    return (
      sameJson(readYaml(frame), wanted) && readYaml(`a: ${text}\n`) !== null
    );
  } catch {
    return false;
  }
}

/** True if a string may stand without quotes. */
export function isPlainString(text: string, flow: boolean): boolean {
  if (isPlainWord(text)) return true;
  return (
    /^[\w/.(+-][^\n\r\t"'`]*$/.test(text) &&
    !/^[-?:](\s|$)|: |:$| #|\s$|^---|^\.\.\./.test(text) &&
    !NUMBER_LIKE.test(text) &&
    !(flow && FLOW_MARKS.test(text)) &&
    readsAsItself(text, flow)
  );
}

/** A scalar in one line; strings without quotes where that is safe. */
export function renderScalar(value: Json, flow = false): string {
  return typeof value === 'string' && isPlainString(value, flow)
    ? value
    : renderJson(value);
}

/** A key as it may stand before a colon. */
export function renderKey(key: string): string {
  return isPlainWord(key) ? key : renderScalar(key, true);
}

/** A value in one line, with brackets for mappings and lists. */
export function renderFlow(value: Json): string {
  if (isList(value)) return `[${value.map(renderFlow).join(', ')}]`;
  if (!isObject(value)) return renderScalar(value, true);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${renderKey(key)}: ${renderFlow(item)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** True if the value takes lines of its own below its key. */
export function takesLines(value: Json): boolean {
  if (isList(value)) return value.length > 0;
  return isObject(value) && Object.keys(value).length > 0;
}

/** Content of a literal block scalar, if the string may be one. */
function literalLines(value: Json): [string, string[]] | undefined {
  if (typeof value !== 'string' || !/\n./.test(value)) return undefined;
  if (/^\s|[\r\t\u0080-\uffff]|[^\n\x20-\x7e]|\n\n$| \n| $/.test(value)) {
    return undefined;
  }
  const clipped = value.endsWith('\n');
  const lines = (clipped ? value.slice(0, -1) : value).split('\n');
  return [clipped ? '|' : '|-', lines];
}

/**
 * What follows a colon or a dash for a value without lines of its own below
 * it. `column` is that of the key or the dash.
 */
export function renderInline(value: Json, column: number): string {
  const literal = literalLines(value);
  if (!literal)
    return takesLines(value) ? renderFlow(value) : renderScalar(value);
  const [header, lines] = literal;
  const indent = ' '.repeat(column + 2);
  return [header, ...lines.map(line => (line ? indent + line : ''))].join('\n');
}

/** The pair or item that begins at `column`, without its first indentation. */
function renderEntry(head: string, value: Json, column: number): string {
  if (!takesLines(value)) return `${head} ${renderInline(value, column)}`;
  if (head === '-') return `- ${renderBlock(value, column + 2)}`;
  const below = column + 2;
  return `${head}\n${' '.repeat(below)}${renderBlock(value, below)}`;
}

/**
 * A mapping or list in lines. Every line but the first is indented to
 * `column`; the last one has no line break.
 */
export function renderBlock(value: Json, column: number): string {
  const gap = `\n${' '.repeat(column)}`;
  if (isList(value)) {
    return value.map(item => renderEntry('-', item, column)).join(gap);
  }
  if (!isObject(value)) return renderInline(value, column);
  return Object.entries(value)
    .map(([key, item]) => renderPair(key, item, column))
    .join(gap);
}

/** One pair; lines as {@link renderBlock}. */
export function renderPair(key: string, value: Json, column: number): string {
  return renderEntry(`${renderKey(key)}:`, value, column);
}
