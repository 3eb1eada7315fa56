/** One item of a list in a case file, as written, and its first line from 1. */
export type CasePart = { readonly line: number; readonly text: string };

export type SplitFile = {
  /** What stands before the list. */
  readonly before: string;
  readonly parts: readonly CasePart[];
};

const COMMENT = /^\s*(?:#|$)/;

/**
 * Splits a text with one case a line (`{…}`, `- {…}`, or an array with an item
 * a line) without reading the cases; undefined if it is not written that way.
 */
export function splitLines(text: string): readonly CasePart[] | undefined {
  const parts: CasePart[] = [];
  const lines = text.split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (COMMENT.test(line) || /^(?:\[|\],?|---)$/.test(line)) continue;
    const item = line.replace(/^(?:-\s+|\[\s*)/, '');
    if (!item.startsWith('{')) return undefined;
    parts.push({ line: index + 1, text: item.replace(/\}\s*(?:,|\])$/, '}') });
  }
  return parts;
}

/**
 * Splits a YAML block list, of the file or below its key `cases`, at its
 * dashes. It does not read the items, so it also works where one of them
 * cannot be read.
 */
export function splitBlocks(text: string): SplitFile {
  const lines = text.split('\n');
  const key = lines.findIndex(line => /^cases:\s*(?:#.*)?$/.test(line.trim()));
  const from = lines.findIndex(
    (line, index) => index > key && /^\s*-(?:\s|$)/.test(line),
  );
  if (from < 0) return { before: text, parts: [] };
  const indentation = lines[from].search(/-/);
  const isItem = (line: string) =>
    line[indentation] === '-' && /^\s*-(?:\s|$)/.test(line);
  const isOutside = (line: string) =>
    !COMMENT.test(line) && line.search(/\S/) < indentation;
  const starts: number[] = [];
  let end = from;
  while (end < lines.length) {
    const line = lines[end];
    if (isItem(line)) starts.push(end);
    else if (isOutside(line)) break;
    // A key beside `cases` ends its list where both start in the same column.
    else if (key >= 0 && indentation === 0 && /^[\w"']/.test(line)) break;
    end++;
  }
  const parts = starts.map((start, index) => ({
    line: start + 1,
    text: lines.slice(start, starts[index + 1] ?? end).join('\n'),
  }));
  const outside = [...lines.slice(0, from), ...lines.slice(end)];
  return { before: outside.join('\n'), parts };
}
