import { Command, Node, Operand, Pipe, Template } from './ast';
import { TemplateError } from './errors';
import { fieldOf, MissingKey } from './fieldOf';
import { printed } from './format';
import {
  asArgument,
  checkCount,
  Functions,
  Parameter,
  parameterAt,
} from './functions';
import { constant } from './literals';
import { Output } from './output';
import { rangeEntries } from './rangeEntries';
import { isTrue, Value } from './values';
import { Variables } from './variables';

/** Go goes deeper, but what gets there does not come back. */
const MAX_DEPTH = 100;

class Break extends Error {}
class Continue extends Error {}

/** Stands for "no argument came through the pipeline". */
const NONE = Symbol('none');
type Final = Value | typeof NONE;

/** What a run needs besides the template. */
export interface Execution {
  readonly functions: Functions;
  readonly missingKey: MissingKey;
  /** Name of the template itself, under which it may include itself. */
  readonly name: string;
}

/** Runs a template on data, as Go's text/template does. */
export class Executor {
  readonly #output = new Output();
  readonly #variables: Variables;
  #depth = 0;

  constructor(
    private readonly template: Template,
    private readonly execution: Execution,
    data: Value,
  ) {
    this.#variables = new Variables(data);
  }

  run(): string {
    this.#walk(this.template.body, this.#variables.get('$'));
    return this.#output.text();
  }

  #walk(nodes: readonly Node[], dot: Value): void {
    for (const node of nodes) {
      this.#output.step();
      this.#node(node, dot);
    }
  }

  #node(node: Node, dot: Value): void {
    switch (node.type) {
      case 'text':
        this.#output.write(node.text);
        break;
      case 'action': {
        const value = this.#pipe(node.pipe, dot);
        if (node.pipe.variables.length === 0)
          this.#output.write(printed(value));
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
        const mark = this.#variables.count;
        const value = this.#pipe(node.pipe, dot);
        const inner = node.type === 'with' ? value : dot;
        if (isTrue(value)) this.#walk(node.body, inner);
        else this.#walk(node.otherwise, dot);
        this.#variables.drop(mark);
      }
    }
  }

  #include(node: { name: string; pipe?: Pipe }, dot: Value): void {
    const { defined, body: main } = this.template;
    const own = node.name === this.execution.name ? main : undefined;
    const body = defined.get(node.name) ?? own;
    if (!body) throw new TemplateError(`template ${node.name} not defined`);
    const data = node.pipe ? this.#pipe(node.pipe, dot) : undefined;
    if (++this.#depth > MAX_DEPTH)
      throw new TemplateError('recursion too deep');
    const outer = this.#variables.enter(data);
    this.#walk(body, data);
    this.#variables.leave(outer);
    this.#depth--;
  }

  #range(node: Extract<Node, { type: 'if' | 'with' | 'range' }>, dot: Value) {
    const mark = this.#variables.count;
    const value = this.#pipe(node.pipe, dot);
    const top = this.#variables.count;
    let any = false;
    try {
      for (const [key, item] of rangeEntries(value, node.pipe)) {
        any = true;
        this.#output.step();
        this.#assignRange(node.pipe, mark, key, item);
        try {
          this.#walk(node.body, item);
        } catch (error) {
          if (!(error instanceof Continue)) throw error;
        }
        this.#variables.drop(top);
      }
    } catch (error) {
      if (!(error instanceof Break)) throw error;
    }
    if (!any) this.#walk(node.otherwise, dot);
    this.#variables.drop(mark);
  }

  #assignRange(pipe: Pipe, mark: number, key: Value, item: Value): void {
    const { variables, declares } = pipe;
    const values = variables.length === 2 ? [key, item] : [item];
    variables.forEach((name, index) => {
      const value = values[index];
      if (declares) this.#variables.setAt(mark + index, value);
      else this.#variables.set(name, value);
    });
  }

  #pipe(pipe: Pipe, dot: Value): Value {
    let value: Final = NONE;
    for (const command of pipe.commands) {
      // A nil is no value once it leaves its map or list.
      value = this.#command(command, dot, value) ?? undefined;
    }
    const result = value === NONE ? undefined : value;
    for (const name of pipe.variables) {
      if (pipe.declares) this.#variables.declare(name, result);
      else this.#variables.set(name, result);
    }
    return result;
  }

  #command(command: Command, dot: Value, final: Final): Value {
    this.#output.step();
    const [first, ...args] = command;
    if (first.type === 'function') {
      return this.#call(first.name, args, dot, final);
    }
    const names = this.#lastNames(first);
    if (names.length > 0) {
      const receiver = this.#receiver(first, dot);
      return this.#fields(receiver, names, args, dot, final);
    }
    if (args.length > 0 || final !== NONE) {
      throw new TemplateError("can't give argument to non-function");
    }
    if (first.type === 'nil') throw new TemplateError('nil is not a command');
    return this.#operand(first, dot);
  }

  #lastNames(operand: Operand): readonly string[] {
    return 'names' in operand ? operand.names : [];
  }

  /** What the fields of an operand are taken of. */
  #receiver(operand: Operand, dot: Value): Value {
    switch (operand.type) {
      case 'variable':
        return this.#variables.get(operand.name);
      case 'chain':
        return this.#operand(operand.of, dot);
      default:
        return dot;
    }
  }

  #operand(operand: Operand, dot: Value): Value {
    switch (operand.type) {
      case 'dot':
        return dot;
      case 'nil':
        return undefined;
      case 'bool':
      case 'string':
        return operand.value;
      case 'number':
        return constant(operand.value);
      case 'pipe':
        return this.#pipe(operand.pipe, dot);
      case 'function':
        return this.#call(operand.name, [], dot, NONE);
      default:
        return this.#fields(
          this.#receiver(operand, dot),
          operand.names,
          [],
          dot,
          NONE,
        );
    }
  }

  /** Only the last field may be a method with arguments. */
  #fields(
    value: Value,
    names: readonly string[],
    args: Command,
    dot: Value,
    final: Final,
  ): Value {
    let current = value;
    names.forEach((name, index) => {
      const last = index === names.length - 1;
      current = last
        ? this.#field(current, name, args, dot, final)
        : this.#field(current, name, [], dot, NONE);
    });
    return current;
  }

  #field(
    value: Value,
    name: string,
    args: Command,
    dot: Value,
    final: Final,
  ): Value {
    const values = args.map(arg => this.#operand(arg, dot));
    if (final !== NONE) values.push(final);
    return fieldOf(value, name, values, this.execution.missingKey);
  }

  /** An argument; constants are of the type that the parameter asks for. */
  #argument(parameter: Parameter, operand: Operand, dot: Value): unknown {
    const { type } = operand;
    if (type === 'number' && parameter === 'int') {
      const { int, text } = operand.value;
      if (int === undefined) throw new TemplateError(`no integer: ${text}`);
      return Number(int);
    }
    if (type === 'number' && parameter === 'float') return operand.value.float;
    if (type === 'nil' && !['any', 'value', 'map'].includes(parameter)) {
      throw new TemplateError(`cannot assign nil to ${parameter}`);
    }
    return asArgument(parameter, this.#operand(operand, dot));
  }

  #call(name: string, args: Command, dot: Value, final: Final): Value {
    if (name === 'and' || name === 'or') {
      return this.#shortCircuit(name, args, dot, final);
    }
    const fn = this.execution.functions[name];
    checkCount(name, fn, args.length + (final === NONE ? 0 : 1));
    const values = args.map((arg, index) =>
      this.#argument(parameterAt(fn, index) ?? 'any', arg, dot),
    );
    if (final !== NONE) {
      const parameter = parameterAt(fn, args.length) ?? 'any';
      values.push(asArgument(parameter, final));
    }
    const result = fn.call(...(values as never[]));
    if (typeof result === 'string') this.#output.made(result);
    return result;
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
