import { Command, Operand, Pipe } from './ast';
import { TemplateError } from './errors';
import { Token } from './lexer';
import { characterLiteral, numberLiteral, stringLiteral } from './literals';

/** Blocks and parentheses nested deeper than this are refused. */
export const MAX_DEPTH = 200;

/** Reads the tokens of one action. */
export class ActionParser {
  #at = 0;
  #depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly isFunction: (name: string) => boolean,
    /** Variables in sight; a pipe adds those it declares. */
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

  isSymbol(text: string, offset = 0): boolean {
    const token = this.tokens[this.#at + offset];
    return token?.type === 'symbol' && token.text === text;
  }

  end(): void {
    if (!this.done) {
      throw new TemplateError(`unexpected ${this.peek()!.text} in an action`);
    }
  }

  pipe(where: string): Pipe {
    const { variables, declares } = this.#declarations(where);
    const commands: Command[] = [this.#command()];
    while (this.isSymbol('|')) {
      this.#at++;
      commands.push(this.#command());
    }
    for (const command of commands.slice(1)) {
      const { type } = command[0];
      if (['literal', 'nil', 'dot'].includes(type)) {
        throw new TemplateError('a later part of a pipeline is no command');
      }
    }
    if (declares) this.variables.push(...variables);
    return { variables, declares, commands };
  }

  #declarations(where: string) {
    const first = this.peek();
    if (first?.type !== 'variable') return { variables: [], declares: false };
    const pair =
      where === 'range' &&
      this.isSymbol(',', 1) &&
      this.tokens[this.#at + 2]?.type === 'variable';
    const width = pair ? 3 : 1;
    const declares = this.isSymbol(':=', width);
    if (!declares && !this.isSymbol('=', width)) {
      return { variables: [], declares: false };
    }
    const variables = [first.text];
    if (pair) variables.push(this.tokens[this.#at + 2].text);
    this.#at += width + 1;
    if (!declares) variables.forEach(name => this.#known(name));
    return { variables, declares };
  }

  #known(name: string): void {
    if (!this.variables.includes(name)) {
      throw new TemplateError(`undefined variable ${name}`);
    }
  }

  #command(): Command {
    const operands: Operand[] = [];
    while (!this.done && !this.isSymbol('|') && !this.isSymbol(')')) {
      const token = this.peek()!;
      if (operands.length > 0 && !token.spaced) {
        throw new TemplateError(`unexpected ${token.text} in an operand`);
      }
      operands.push(this.#operand());
    }
    if (operands.length === 0) throw new TemplateError('missing value');
    return operands;
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
    if (operand.type === 'literal' || operand.type === 'nil') {
      throw new TemplateError(`unexpected .${names[0]} after a constant`);
    }
    return { type: 'chain', of: operand, names };
  }

  #term(): Operand {
    const token = this.next();
    switch (token.type) {
      case 'string':
        return { type: 'literal', value: stringLiteral(token.text) };
      case 'character':
        return { type: 'literal', value: characterLiteral(token.text) };
      case 'number':
        return { type: 'literal', value: numberLiteral(token.text) };
      case 'field':
        return { type: 'field', names: [token.text.slice(1)] };
      case 'variable':
        this.#known(token.text);
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
      return { type: 'literal', value: name === 'true' };
    }
    if (name === 'nil') return { type: 'nil' };
    if (this.isFunction(name)) return { type: 'function', name };
    throw new TemplateError(`function "${name}" not defined`);
  }

  #parenthesis(): Operand {
    if (++this.#depth > MAX_DEPTH) throw new TemplateError('too deeply nested');
    const pipe = this.pipe('parenthesis');
    if (!this.isSymbol(')')) throw new TemplateError('unclosed parenthesis');
    this.#at++;
    this.#depth--;
    return { type: 'pipe', pipe };
  }
}
