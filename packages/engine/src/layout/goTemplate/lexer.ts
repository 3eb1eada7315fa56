import { TemplateError } from './errors';

/** A token of an action. `spaced` is true if blanks stand before it. */
export interface Token {
  readonly type:
    | 'identifier'
    | 'keyword'
    | 'field'
    | 'variable'
    | 'string'
    | 'number'
    | 'character'
    | 'dot'
    | 'symbol';
  readonly text: string;
  readonly spaced: boolean;
}

/** Literal text or the tokens between `{{` and `}}`. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly tokens: readonly Token[] };

const TOKEN =
  /([ \t\r\n]+)|("(?:[^"\\\n]|\\[^\n])*"|`[^`]*`)|('(?:[^'\\\n]|\\[^\n])+')|([+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]+)?|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?))(?![\p{L}\p{Nd}_])|(\$[\p{L}\p{Nd}_]*)|(\.(?![0-9])[\p{L}\p{Nd}_]+)|([\p{L}_][\p{L}\p{Nd}_]*)|(\.)|(:=|[=|(),])/uy;

const TYPES: ReadonlyArray<Token['type']> = [
  'string',
  'character',
  'number',
  'variable',
  'field',
  'identifier',
  'dot',
  'symbol',
];

const KEYWORDS = [
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
];

/** What a word, field or variable must be followed by. */
const TERMINATOR = /[ \t\r\n.,|:()]|\}\}|$/uy;

function isTerminated(text: string, at: number): boolean {
  TERMINATOR.lastIndex = at;
  return TERMINATOR.test(text);
}

function typeOf(match: RegExpExecArray): Token['type'] {
  const index = match.findIndex((part, i) => i > 1 && part !== undefined);
  const type = TYPES[index - 2];
  return type === 'identifier' && KEYWORDS.includes(match[0])
    ? 'keyword'
    : type;
}

/** Reads the tokens of one action; returns the offset after `}}`. */
function readAction(
  text: string,
  from: number,
): { tokens: Token[]; end: number; trims: boolean } {
  const tokens: Token[] = [];
  let spaced = false;
  let at = from;
  for (;;) {
    if (spaced && text.startsWith('-}}', at)) {
      return { tokens, end: at + 3, trims: true };
    }
    if (text.startsWith('}}', at)) return { tokens, end: at + 2, trims: false };
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      throw new TemplateError(
        at >= text.length
          ? 'unclosed action'
          : `unexpected ${JSON.stringify(text[at])} in an action`,
      );
    }
    at = TOKEN.lastIndex;
    if (match[1] !== undefined) {
      spaced = true;
      continue;
    }
    const type = typeOf(match);
    const word = ['variable', 'field', 'identifier', 'keyword'].includes(type);
    if (word && !isTerminated(text, at)) {
      throw new TemplateError(
        `bad character ${JSON.stringify(text[at])} after ${match[0]}`,
      );
    }
    tokens.push({ type, text: match[0], spaced });
    spaced = false;
  }
}

/** Splits a template at its actions. Throws {@link TemplateError}. */
export function lex(template: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let trimNext = false;
  for (;;) {
    const open = template.indexOf('{{', at);
    let text = template.slice(at, open < 0 ? template.length : open);
    if (trimNext) text = text.replace(/^[ \t\r\n]+/, '');
    let start = open + 2;
    const trimsBefore =
      open >= 0 && /^-[ \t\r\n]/.test(template.slice(start, start + 2));
    if (trimsBefore) {
      text = text.replace(/[ \t\r\n]+$/, '');
      start += 2;
    }
    if (text) pieces.push({ type: 'text', text });
    if (open < 0) return pieces;
    if (template.startsWith('/*', start)) {
      const close = template.indexOf('*/', start + 2);
      const rest = close < 0 ? '' : template.slice(close + 2, close + 6);
      const end = /^(?:[ \t\r\n]-)?\}\}/.exec(rest);
      if (!end) throw new TemplateError('unclosed comment');
      trimNext = end[0].includes('-');
      at = close + 2 + end[0].length;
      continue;
    }
    const action = readAction(template, start);
    pieces.push({ type: 'action', tokens: action.tokens });
    trimNext = action.trims;
    at = action.end;
  }
}
