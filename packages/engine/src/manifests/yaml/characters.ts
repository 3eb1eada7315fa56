/** Stands for the end of the text; no text that is read contains it. */
export const END = 0;

/** Character codes by the name of what they indicate. */
export const CODE = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamation: 0x21,
  doubleQuote: 0x22,
  hash: 0x23,
  percent: 0x25,
  ampersand: 0x26,
  singleQuote: 0x27,
  asterisk: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  greater: 0x3e,
  question: 0x3f,
  at: 0x40,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  underscore: 0x5f,
  backquote: 0x60,
  openMap: 0x7b,
  pipe: 0x7c,
  closeMap: 0x7d,
  nextLine: 0x85,
  lineSeparator: 0x2028,
  paragraphSeparator: 0x2029,
  byteOrderMark: 0xfeff,
} as const;

/** Line breaks of YAML 1.1, which has more of them than YAML 1.2. */
export function isBreak(code: number): boolean {
  return (
    code === CODE.lineFeed ||
    code === CODE.carriageReturn ||
    code === CODE.nextLine ||
    code === CODE.lineSeparator ||
    code === CODE.paragraphSeparator
  );
}

export function isBlank(code: number): boolean {
  return code === CODE.space || code === CODE.tab;
}

export function isBreakOrEnd(code: number): boolean {
  return code === END || isBreak(code);
}

/** Blank, line break or end: what ends a word. */
export function isGap(code: number): boolean {
  return isBlank(code) || code === END || isBreak(code);
}

export function isDigit(code: number): boolean {
  return code >= CODE.zero && code <= CODE.nine;
}

/** Letters, digits, `-` and `_`: the characters of names. */
export function isNameCharacter(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === CODE.minus ||
    code === CODE.underscore
  );
}

/**
 * Characters that YAML 1.1 allows in no text. Source: the reader of go-yaml
 * v2; a surrogate without its other half is none of UTF-8 either.
 */
export const FORBIDDEN =
  /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
