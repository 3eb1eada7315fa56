import { ActionParser, MAX_DEPTH } from './actionParser';
import { Node, Template } from './ast';
import { TemplateError } from './errors';
import { lex, Piece } from './lexer';
import { stringLiteral } from './literals';

interface Block {
  readonly nodes: Node[];
  /** The action that ended the block: `end`, `else` or the end of the text. */
  readonly ended: 'end' | 'else' | 'text';
  /** What follows `else` in its action. */
  readonly rest?: ActionParser;
}

class TemplateParser {
  readonly defined = new Map<string, readonly Node[]>();
  #at = 0;
  #depth = 0;

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly isFunction: (name: string) => boolean,
  ) {}

  block(variables: readonly string[], inRange: boolean): Block {
    if (++this.#depth > MAX_DEPTH) throw new TemplateError('too deeply nested');
    const own = [...variables];
    const nodes: Node[] = [];
    while (this.#at < this.pieces.length) {
      const piece = this.pieces[this.#at++];
      if (piece.type === 'text') {
        nodes.push(piece);
        continue;
      }
      const action = new ActionParser(piece.tokens, this.isFunction, own);
      const keyword =
        action.peek()?.type === 'identifier' && action.peek()!.text;
      if (keyword === 'end' || keyword === 'else') {
        action.next();
        if (keyword === 'end') action.end();
        this.#depth--;
        return { nodes, ended: keyword, rest: action };
      }
      nodes.push(...this.#action(action, keyword || '', own, inRange));
    }
    this.#depth--;
    return { nodes, ended: 'text' };
  }

  #action(
    action: ActionParser,
    keyword: string,
    variables: string[],
    inRange: boolean,
  ): Node[] {
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        action.next();
        return [this.#control(keyword, action, variables, inRange)];
      case 'define':
      case 'block':
        action.next();
        return this.#define(keyword, action);
      case 'template': {
        action.next();
        const name = this.#name(action);
        const pipe = action.done ? undefined : action.pipe(keyword);
        action.end();
        return [{ type: 'template', name, pipe }];
      }
      case 'break':
      case 'continue':
        action.next();
        action.end();
        if (!inRange)
          throw new TemplateError(`{{${keyword}}} outside {{range}}`);
        return [{ type: keyword }];
      default: {
        const pipe = action.pipe('action');
        action.end();
        return [{ type: 'action', pipe }];
      }
    }
  }

  #name(action: ActionParser): string {
    const token = action.next();
    if (token.type !== 'string') throw new TemplateError('a name is missing');
    return stringLiteral(token.text);
  }

  #control(
    type: 'if' | 'with' | 'range',
    action: ActionParser,
    outer: readonly string[],
    inRange: boolean,
  ): Node {
    const before = [...outer];
    action.variables.splice(0, action.variables.length, ...before);
    const pipe = action.pipe(type);
    action.end();
    action.variables.splice(0, action.variables.length, ...before);
    const inner = pipe.declares ? [...before, ...pipe.variables] : before;
    const within = inRange || type === 'range';
    const body = this.block(inner, within);
    if (body.ended === 'text') throw new TemplateError(`unclosed {{${type}}}`);
    if (body.ended === 'end') {
      return { type, pipe, body: body.nodes, otherwise: [] };
    }
    const rest = body.rest!;
    if (!rest.done) {
      const word = rest.next().text;
      if (type === 'range' || word !== type) {
        throw new TemplateError(`unexpected ${word} after {{else}}`);
      }
      const nested = this.#control(type, rest, inner, inRange);
      return { type, pipe, body: body.nodes, otherwise: [nested] };
    }
    const otherwise = this.block(inner, inRange);
    if (otherwise.ended !== 'end') {
      throw new TemplateError(`unclosed {{${type}}}`);
    }
    return { type, pipe, body: body.nodes, otherwise: otherwise.nodes };
  }

  #define(keyword: 'define' | 'block', action: ActionParser): Node[] {
    const name = this.#name(action);
    const pipe = keyword === 'block' ? action.pipe(keyword) : undefined;
    action.end();
    const { nodes, ended } = this.block(['$'], false);
    if (ended !== 'end') throw new TemplateError(`unclosed {{${keyword}}}`);
    this.defined.set(name, nodes);
    return pipe ? [{ type: 'template', name, pipe }] : [];
  }
}

/**
 * Parses a Go text/template. Throws {@link TemplateError}, also for functions
 * that `isFunction` does not know.
 */
export function parseTemplate(
  text: string,
  isFunction: (name: string) => boolean,
): Template {
  const parser = new TemplateParser(lex(text), isFunction);
  const { nodes, ended } = parser.block(['$'], false);
  if (ended !== 'text') throw new TemplateError(`unexpected {{${ended}}}`);
  return { body: nodes, defined: parser.defined };
}
