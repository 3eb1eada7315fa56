/** A table as Markdown, aligned so that it also reads well in a terminal. */
export function table(
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): string {
  const widths = header.map((text, column) =>
    Math.max(text.length, ...rows.map(row => row[column].length)),
  );
  // Numbers to the right: what does not start with a letter is one.
  const isNumber = header.map((_, column) =>
    rows.every(row => /^[\d.,x%<-]/.test(row[column]) || row[column] === ''),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells
      .map((text, column) =>
        isNumber[column]
          ? text.padStart(widths[column])
          : text.padEnd(widths[column]),
      )
      .join(' | ')} |\n`;
  const rule = widths.map((width, column) =>
    isNumber[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return line(header) + line(rule) + rows.map(line).join('');
}

/** A number with three digits that count. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value >= 1 ? 3 : 2);
}
