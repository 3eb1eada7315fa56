import { Json } from '../../fields';
import { TemplateError } from './errors';
import {
  fromJson,
  GoInteger,
  GoList,
  GoMap,
  isGoObject,
  Value,
} from './values';

const MAX_NESTING = 500;

function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    throw new TemplateError(`json: unsupported value: ${value}`);
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

interface Style {
  /** Blanks of one level; undefined for one line. */
  readonly indent?: string;
  readonly escapeHtml: boolean;
}

const HTML = /[<>&\u2028\u2029]/g;
const SEPARATORS = /[\u2028\u2029]/g;

function quoted(text: string, { escapeHtml }: Style): string {
  return JSON.stringify(text).replace(escapeHtml ? HTML : SEPARATORS, char => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function block(
  brackets: string,
  parts: readonly string[],
  style: Style,
  margin: string,
): string {
  const [open, close] = brackets;
  if (parts.length === 0) return brackets;
  if (style.indent === undefined) return open + parts.join(',') + close;
  const inner = `\n${margin}${style.indent}`;
  return `${open}${inner}${parts.join(`,${inner}`)}\n${margin}${close}`;
}

/** A value as Go's encoding/json writes it. */
export function writeJson(
  value: Value,
  style: Style = { escapeHtml: true },
  margin = '',
): string {
  const inner = margin + (style.indent ?? ' ');
  if (inner.length > MAX_NESTING * 2) {
    throw new TemplateError('a value nests too deep');
  }
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return quoted(value, style);
  if (typeof value === 'number') return numberText(value);
  if (value instanceof GoInteger) return String(value.value);
  if (value instanceof GoList) {
    if (value.isNil) return 'null';
    const items = value.items.map(item => writeJson(item, style, inner));
    return block('[]', items, style, margin);
  }
  if (value instanceof GoMap) {
    if (value.isNil) return 'null';
    const colon = style.indent === undefined ? ':' : ': ';
    const pairs = value
      .sorted()
      .map(
        ([key, item]) =>
          quoted(key, style) + colon + writeJson(item, style, inner),
      );
    return block('{}', pairs, style, margin);
  }
  if (isGoObject(value)) return JSON.stringify(value.json());
  return String(value);
}

/** JSON text as Go reads it; undefined if it is none. */
export function readJson(text: string): { value: Value } | undefined {
  try {
    return { value: fromJson(JSON.parse(text) as Json) };
  } catch {
    return undefined;
  }
}
