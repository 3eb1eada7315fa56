/** A part of a YAML stream between two separators. */
export interface DocumentText {
  readonly text: string;
  /** Offset of `text` in the whole file. */
  readonly start: number;
  /** Why the separator before this part is none. */
  readonly error?: string;
  /** That separator would have ended the part before. */
  readonly ends?: boolean;
}

const BYTE_ORDER_MARK = 0xfeff;

/** Offset at which the content begins: 1 after a byte order mark. */
export function contentStart(text: string): number {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
}

function separatorError(rest: string): string | undefined {
  const trimmed = rest.trim();
  return trimmed === '' || trimmed.startsWith('#')
    ? undefined
    : `"---" must stand alone on its line, found "---${rest.trimEnd()}"`;
}

/**
 * Splits a stream at the lines that start with `---`, as apimachinery does:
 * before any YAML is read, so also inside a block scalar that is not indented.
 * Only blanks or a comment may follow on that line. A separator with nothing
 * before it belongs to the part it opens.
 */
export function splitDocuments(text: string, from: number): DocumentText[] {
  const parts: DocumentText[] = [];
  let start = from;
  let error: string | undefined;
  let ends = false;
  const push = (end: number) => {
    if (end > start) {
      const part = { text: text.slice(start, end), start };
      parts.push(error === undefined ? part : { ...part, error, ends });
    }
    error = undefined;
  };
  let line = from;
  while (line < text.length) {
    if (!text.startsWith('---', line)) {
      const next = text.indexOf('\n---', line);
      if (next === -1) break;
      line = next + 1;
      continue;
    }
    const found = text.indexOf('\n', line);
    const lineEnd = found === -1 ? text.length : found;
    const after = Math.min(lineEnd + 1, text.length);
    const wrong = separatorError(text.slice(line + 3, lineEnd));
    const filled = line > start;
    if (filled) {
      push(line);
      start = wrong === undefined ? after : line;
    }
    if (wrong !== undefined && error === undefined) {
      error = wrong;
      ends = filled;
    }
    line = after;
  }
  push(text.length);
  return parts;
}
