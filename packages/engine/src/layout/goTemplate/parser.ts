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

/** Where an action stands. */
interface Place {
  readonly inRange: boolean;
  /** Templates are defined at the top only. */
  readonly top: boolean;
}

function isEmpty(nodes: readonly Node[]): boolean {
  return nodes.every(node => node.type === 'text' && !node.text.trim());
}

class TemplateParser {
  readonly defined = new Map<string, readonly Node[]>();
  #at = 0;
  #depth = 0;
  /** Variables declared so far; a control structure drops its own at its end. */
  #variables = ['$'];

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly isFunction: (name: string) => boolean,
  ) {}

  block(place: Place): Block {
    if (++this.#depth > MAX_DEPTH) throw new TemplateError('too deeply nested');
    const nodes: Node[] = [];
    while (this.#at < this.pieces.length) {
      const piece = this.pieces[this.#at++];
      if (piece.type === 'text') {
        nodes.push(piece);
        continue;
      }
      const { tokens } = piece;
      const action = new ActionParser(tokens, this.isFunction, this.#variables);
      const keyword = tokens[0]?.type === 'keyword' ? tokens[0].text : '';
      if (keyword) action.next();
      if (keyword === 'end' || keyword === 'else') {
        if (keyword === 'end') action.end();
        this.#depth--;
        return { nodes, ended: keyword, rest: action };
      }
      nodes.push(...this.#action(action, keyword, place));
    }
    this.#depth--;
    return { nodes, ended: 'text' };
  }

  #action(action: ActionParser, keyword: string, place: Place): Node[] {
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        return [this.#control(keyword, action, place)];
      case 'define':
      case 'block':
        if (keyword === 'define' && !place.top) {
          throw new TemplateError('unexpected {{define}}');
        }
        return this.#define(keyword, action);
      case 'template': {
        const name = this.#name(action);
        const pipe = action.done ? undefined : action.pipe(keyword);
        action.end();
        return [{ type: 'template', name, pipe }];
      }
      case 'break':
      case 'continue':
        action.end();
        if (!place.inRange) {
          throw new TemplateError(`{{${keyword}}} outside {{range}}`);
        }
        return [{ type: keyword }];
      default: {
        const pipe = action.pipe('command');
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
    { inRange }: Place,
  ): Node {
    const before = this.#variables.length;
    const pipe = action.pipe(type);
    action.end();
    const body = this.block({
      inRange: inRange || type === 'range',
      top: false,
    });
    if (body.ended === 'text') throw new TemplateError(`unclosed {{${type}}}`);
    const otherwise = this.#otherwise(type, body, { inRange, top: false });
    this.#variables.length = before;
    return { type, pipe, body: body.nodes, otherwise };
  }

  #otherwise(
    type: 'if' | 'with' | 'range',
    { ended, rest }: Block,
    place: Place,
  ): readonly Node[] {
    if (ended === 'end') return [];
    if (rest && !rest.done) {
      const word = rest.next().text;
      if (type === 'range' || word !== type) {
        throw new TemplateError(`unexpected ${word} after {{else}}`);
      }
      return [this.#control(type, rest, place)];
    }
    const block = this.block(place);
    if (block.ended !== 'end') throw new TemplateError(`unclosed {{${type}}}`);
    return block.nodes;
  }

  #define(keyword: 'define' | 'block', action: ActionParser): Node[] {
    const name = this.#name(action);
    const pipe = keyword === 'block' ? action.pipe(keyword) : undefined;
    action.end();
    const outer = this.#variables;
    this.#variables = ['$'];
    const { nodes, ended } = this.block({ inRange: false, top: false });
    this.#variables = outer;
    if (ended !== 'end') throw new TemplateError(`unclosed {{${keyword}}}`);
    const known = this.defined.get(name);
    if (!known || isEmpty(known)) this.defined.set(name, nodes);
    else if (!isEmpty(nodes)) {
      throw new TemplateError(`multiple definition of template "${name}"`);
    }
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
  const { nodes, ended } = parser.block({ inRange: false, top: true });
  if (ended !== 'text') throw new TemplateError(`unexpected {{${ended}}}`);
  return { body: nodes, defined: parser.defined };
}
