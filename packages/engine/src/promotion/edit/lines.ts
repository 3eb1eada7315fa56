/** Offset of the first character of the line that `offset` is on. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line break that ends the line of `offset`, or of the end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset of the first character of the next line, or of the end. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Characters between the start of the line and `offset`. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** True if only blanks stand before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/** Passes over blanks of the same line. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Passes over blanks, line breaks and comments. */
export function skipTrivia(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if (char === '#' && (at === 0 || /\s/.test(text[at - 1]))) {
      at = nextLine(text, at);
    } else if (/\s/.test(char) || char === '\ufeff') {
      at++;
    } else {
      break;
    }
  }
  return at;
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** Moves every line but the first by `shift` columns; blank lines stay. */
export function shiftLines(text: string, shift: number): string {
  if (shift === 0 || !text.includes('\n')) return text;
  const [first, ...rest] = text.split('\n');
  const moved = rest.map(line => {
    if (line.trim() === '') return line;
    if (shift > 0) return ' '.repeat(shift) + line;
    const blanks = line.length - line.trimStart().length;
    return line.slice(Math.min(blanks, -shift));
  });
  return [first, ...moved].join('\n');
}
