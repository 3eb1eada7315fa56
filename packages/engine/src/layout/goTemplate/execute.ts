import { isList, isObject, Json } from '../../fields';
import { Command, Node, Operand, Pipe, Template } from './ast';
import { TemplateError, UnsupportedTemplate } from './errors';
import { callFunction, Functions } from './functions';
import { isTrue, printed, typeName, Value } from './values';

/** What a map answers for a key it has not: Go's missingkey option. */
export type MissingKey = 'default' | 'zero' | 'error';

/** Enough for any honest template; endless ones end here. */
const MAX_STEPS = 100_000;
const MAX_OUTPUT = 1_000_000;
const MAX_DEPTH = 100;

class Break extends Error {}
class Continue extends Error {}

interface Variable {
  readonly name: string;
  value: Value;
}

/** Stands for "no argument came through the pipeline". */
const NONE = Symbol('none');
type Final = Value | typeof NONE;

/** Runs a template on data. */
export class Executor {
  readonly #output: string[] = [];
  readonly #variables: Variable[];
  #length = 0;
  #steps = 0;
  #depth = 0;

  constructor(
    private readonly template: Template,
    private readonly functions: Functions,
    private readonly missingKey: MissingKey,
    data: Value,
  ) {
    this.#variables = [{ name: '$', value: data }];
  }

  run(): string {
    this.#walk(this.template.body, this.#variables[0].value);
    return this.#output.join('');
  }

  #write(text: string): void {
    this.#length += text.length;
    if (this.#length > MAX_OUTPUT) {
      throw new UnsupportedTemplate('it writes more than a megabyte');
    }
    this.#output.push(text);
  }

  #step(): void {
    if (++this.#steps > MAX_STEPS) {
      throw new UnsupportedTemplate('it takes too many steps');
    }
  }

  #walk(nodes: readonly Node[], dot: Value): void {
    const mark = this.#variables.length;
    for (const node of nodes) {
      this.#step();
      this.#node(node, dot);
    }
    this.#variables.length = mark;
  }

  #node(node: Node, dot: Value): void {
    switch (node.type) {
      case 'text':
        this.#write(node.text);
        break;
      case 'action': {
        const value = this.#pipe(node.pipe, dot);
        if (node.pipe.variables.length === 0) this.#write(printed(value));
        break;
      }
      case 'template':
        this.#include(node, dot);
        break;
      case 'break':
        throw new Break();
      case 'continue':
        throw new Continue();
      case 'range':
        this.#range(node, dot);
        break;
      default: {
        const mark = this.#variables.length;
        const value = this.#pipe(node.pipe, dot);
        const inner = node.type === 'with' ? value : dot;
        if (isTrue(value)) this.#walk(node.body, inner);
        else this.#walk(node.otherwise, dot);
        this.#variables.length = mark;
      }
    }
  }

  #include(node: { name: string; pipe?: Pipe }, dot: Value): void {
    const body = this.template.defined.get(node.name);
    if (!body) throw new TemplateError(`template ${node.name} not defined`);
    const data = node.pipe ? this.#pipe(node.pipe, dot) : undefined;
    if (++this.#depth > MAX_DEPTH)
      throw new TemplateError('recursion too deep');
    const outer = this.#variables.splice(0, this.#variables.length, {
      name: '$',
      value: data,
    });
    this.#walk(body, data);
    this.#variables.splice(0, this.#variables.length, ...outer);
    this.#depth--;
  }

  #range(node: Extract<Node, { type: 'if' | 'with' | 'range' }>, dot: Value) {
    const mark = this.#variables.length;
    const value = this.#pipe(node.pipe, dot);
    let any = false;
    try {
      for (const [key, item] of this.#entries(value)) {
        any = true;
        const inner = this.#variables.length;
        this.#assignRange(node.pipe, mark, key, item);
        try {
          this.#walk(node.body, item);
        } catch (error) {
          if (!(error instanceof Continue)) throw error;
        }
        this.#variables.length = inner;
      }
    } catch (error) {
      if (!(error instanceof Break)) throw error;
    }
    this.#variables.length = mark;
    if (!any) this.#walk(node.otherwise, dot);
  }

  #assignRange(pipe: Pipe, mark: number, key: Value, item: Value): void {
    const { variables, declares } = pipe;
    const values = variables.length === 2 ? [key, item] : [item];
    variables.forEach((name, index) => {
      const value = values[index];
      if (declares) this.#variables[mark + index].value = value;
      else this.#variable(name).value = value;
    });
  }

  *#entries(value: Value): Generator<readonly [Value, Value]> {
    if (value === undefined || value === null) return;
    if (isList(value)) {
      for (let i = 0; i < value.length; i++) yield [BigInt(i), value[i]];
    } else if (isObject(value)) {
      for (const key of Object.keys(value).sort()) yield [key, value[key]];
    } else if (typeof value === 'bigint') {
      for (let i = 0n; i < value; i++) yield [i, i];
    } else {
      throw new TemplateError(`range can't iterate over ${typeName(value)}`);
    }
  }

  #variable(name: string): Variable {
    for (let i = this.#variables.length - 1; i >= 0; i--) {
      if (this.#variables[i].name === name) return this.#variables[i];
    }
    throw new TemplateError(`undefined variable: ${name}`);
  }

  #pipe(pipe: Pipe, dot: Value): Value {
    let value: Final = NONE;
    for (const command of pipe.commands) {
      value = this.#command(command, dot, value);
    }
    const result = value === NONE ? undefined : value;
    for (const name of pipe.variables) {
      if (pipe.declares) this.#variables.push({ name, value: result });
      else this.#variable(name).value = result;
    }
    return result;
  }

  #command(command: Command, dot: Value, final: Final): Value {
    this.#step();
    const [first, ...args] = command;
    if (first.type === 'function') {
      return this.#call(first.name, args, dot, final);
    }
    if (args.length > 0 || final !== NONE) {
      throw new TemplateError("can't give argument to non-function");
    }
    if (first.type === 'nil') throw new TemplateError('nil is not a command');
    return this.#operand(first, dot);
  }

  #operand(operand: Operand, dot: Value): Value {
    switch (operand.type) {
      case 'dot':
        return dot;
      case 'nil':
        return null;
      case 'literal':
        return operand.value;
      case 'field':
        return this.#fields(dot, operand.names);
      case 'variable':
        return this.#fields(this.#variable(operand.name).value, operand.names);
      case 'chain':
        return this.#fields(this.#operand(operand.of, dot), operand.names);
      case 'pipe':
        return this.#pipe(operand.pipe, dot);
      default:
        return this.#call(operand.name, [], dot, NONE);
    }
  }

  #fields(value: Value, names: readonly string[]): Value {
    let current = value;
    for (const name of names) {
      if (isObject(current)) {
        current = this.#key(current, name);
      } else if (current === undefined) {
        if (this.missingKey === 'error') {
          throw new TemplateError(`nil data; no entry for key "${name}"`);
        }
      } else if (current === null) {
        throw new TemplateError(`nil pointer evaluating interface {}.${name}`);
      } else {
        throw new TemplateError(
          `can't evaluate field ${name} in type ${typeName(current)}`,
        );
      }
    }
    return current;
  }

  #key(map: { readonly [key: string]: Json }, name: string): Value {
    if (Object.hasOwn(map, name)) return map[name];
    if (this.missingKey === 'error') {
      throw new TemplateError(`map has no entry for key "${name}"`);
    }
    return this.missingKey === 'zero' ? null : undefined;
  }

  #call(name: string, args: Command, dot: Value, final: Final): Value {
    if (name === 'and' || name === 'or') {
      return this.#shortCircuit(name, args, dot, final);
    }
    const values = args.map(arg => this.#operand(arg, dot));
    if (final !== NONE) values.push(final);
    return callFunction(name, this.functions[name], values);
  }

  /** Arguments after the one that decides are not evaluated. */
  #shortCircuit(
    name: 'and' | 'or',
    args: Command,
    dot: Value,
    final: Final,
  ): Value {
    if (args.length === 0 && final === NONE) {
      throw new TemplateError(`wrong number of args for ${name}`);
    }
    let value: Value;
    for (const arg of args) {
      value = this.#operand(arg, dot);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return final === NONE ? value : final;
  }
}
