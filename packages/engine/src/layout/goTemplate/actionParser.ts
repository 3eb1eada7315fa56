import { Command, Operand, Pipe } from './ast';
import { TemplateError } from './errors';
import { Token } from './lexer';
import { characterLiteral, numberLiteral, stringLiteral } from './literals';

/** Blocks and parentheses nested deeper than this are refused. */
export const MAX_DEPTH = 200;

/** What cannot be called, and so no later part of a pipeline. */
const VALUES: ReadonlyArray<Operand['type']> = [
  'bool',
  'string',
  'number',
  'nil',
  'dot',
];

/** Reads the tokens of one action, as Go's text/template/parse does. */
export class ActionParser {
  #at = 0;
  #depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly isFunction: (name: string) => boolean,
    /** Variables declared so far; a pipe adds those it declares. */
    readonly variables: string[],
  ) {}

  get done(): boolean {
    return this.#at >= this.tokens.length;
  }

  peek(): Token | undefined {
    return this.tokens[this.#at];
  }

  next(): Token {
    const token = this.tokens[this.#at++];
    if (!token) throw new TemplateError('an action ends early');
    return token;
  }

  #isSymbol(text: string): boolean {
    const token = this.tokens[this.#at];
    return token?.type === 'symbol' && token.text === text;
  }

  end(): void {
    if (!this.done) {
      throw new TemplateError(`unexpected ${this.peek()!.text} in an action`);
    }
  }

  pipe(where: string): Pipe {
    const { variables, declares } = this.#declarations(where);
    const commands: Command[] = [];
    while (!this.done && !this.#isSymbol(')')) commands.push(this.#command());
    if (commands.length === 0) {
      throw new TemplateError(`missing value for ${where}`);
    }
    for (const [{ type }] of commands.slice(1)) {
      if (VALUES.includes(type)) {
        throw new TemplateError('a later part of a pipeline is no command');
      }
    }
    return { variables, declares, commands };
  }

  #declarations(where: string) {
    const variables: string[] = [];
    for (;;) {
      const token = this.peek();
      if (token?.type !== 'variable') break;
      const after = this.tokens[this.#at + 1];
      const symbol = after?.type === 'symbol' ? after.text : '';
      if (symbol === ':=' || symbol === '=') {
        this.#at += 2;
        variables.push(token.text);
        this.variables.push(token.text);
        return { variables, declares: symbol === ':=' };
      }
      if (symbol !== ',') break;
      this.#at += 2;
      variables.push(token.text);
      this.variables.push(token.text);
      const next = this.peek();
      const more = !next || next.type === 'variable' || this.#isSymbol(')');
      if (where !== 'range' || variables.length > 1 || !more) {
        throw new TemplateError(`too many declarations in ${where}`);
      }
    }
    return { variables, declares: true };
  }

  /** A command with the `|` that may end it. */
  #command(): Command {
    const operands: Operand[] = [];
    for (;;) {
      operands.push(this.#operand());
      if (this.done || this.#isSymbol(')')) return operands;
      if (this.#isSymbol('|')) {
        this.#at++;
        return operands;
      }
      if (!this.peek()!.spaced) {
        throw new TemplateError(
          `unexpected ${this.peek()!.text} in an operand`,
        );
      }
    }
  }

  /** Fields that follow without a blank. */
  #fields(): string[] {
    const names: string[] = [];
    for (let token = this.peek(); token; token = this.peek()) {
      if (token.type !== 'field' || token.spaced) break;
      names.push(token.text.slice(1));
      this.#at++;
    }
    return names;
  }

  #operand(): Operand {
    const operand = this.#term();
    const names = this.#fields();
    if (names.length === 0) return operand;
    if (operand.type === 'field' || operand.type === 'variable') {
      return { ...operand, names: [...operand.names, ...names] };
    }
    if (VALUES.includes(operand.type)) {
      throw new TemplateError(`unexpected .${names[0]} after a constant`);
    }
    return { type: 'chain', of: operand, names };
  }

  #term(): Operand {
    const token = this.next();
    switch (token.type) {
      case 'string':
        return { type: 'string', value: stringLiteral(token.text) };
      case 'character':
        return { type: 'number', value: characterLiteral(token.text) };
      case 'number':
        return { type: 'number', value: numberLiteral(token.text) };
      case 'field':
        return { type: 'field', names: [token.text.slice(1)] };
      case 'variable':
        if (!this.variables.includes(token.text)) {
          throw new TemplateError(`undefined variable ${token.text}`);
        }
        return { type: 'variable', name: token.text, names: [] };
      case 'dot':
        return { type: 'dot' };
      case 'identifier':
        return this.#word(token.text);
      default:
        if (token.text === '(') return this.#parenthesis();
        throw new TemplateError(`unexpected ${token.text}`);
    }
  }

  #word(name: string): Operand {
    if (name === 'true' || name === 'false') {
      return { type: 'bool', value: name === 'true' };
    }
    if (name === 'nil') return { type: 'nil' };
    if (!this.isFunction(name)) {
      throw new TemplateError(`function "${name}" not defined`);
    }
    return { type: 'function', name };
  }

  #parenthesis(): Operand {
    if (++this.#depth > MAX_DEPTH) throw new TemplateError('too deeply nested');
    const pipe = this.pipe('parenthesis');
    if (!this.#isSymbol(')')) throw new TemplateError('unclosed parenthesis');
    this.#at++;
    this.#depth--;
    return { type: 'pipe', pipe };
  }
}
