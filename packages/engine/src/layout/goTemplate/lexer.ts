import { TemplateError } from './errors';

/** A token of an action. `spaced` is true if blanks stand before it. */
export interface Token {
  readonly type:
    | 'identifier'
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
  /([ \t\r\n]+)|("(?:[^"\\\n]|\\[^\n])*"|`[^`]*`)|('(?:[^'\\\n]|\\[^\n])+')|([+-]?(?:0[xXbBoO][0-9a-fA-F_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?))(?![\p{L}\p{N}_])|(\$[\p{L}\p{N}_]*)|(\.[\p{L}_][\p{L}\p{N}_]*)|([\p{L}_][\p{L}\p{N}_]*)|(\.)|(:=|[=|(),])/uy;

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
    const index = match.findIndex((part, i) => i > 1 && part !== undefined);
    tokens.push({ type: TYPES[index - 2], text: match[0], spaced });
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
      start += 1;
    }
    if (text) pieces.push({ type: 'text', text });
    if (open < 0) return pieces;
    const comment = /^[ \t\r\n]*\/\*/.exec(template.slice(start, start + 100));
    if (comment) {
      const close = template.indexOf('*/', start + comment[0].length);
      const rest = close < 0 ? '' : template.slice(close + 2);
      const end = /^(?:[ \t\r\n]+-)?\}\}/.exec(rest);
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
