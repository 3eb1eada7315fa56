import { TemplateError } from './errors';
import { Value } from './values';

interface Variable {
  readonly name: string;
  value: Value;
}

/** The variables of a running template; inner ones hide outer ones. */
export class Variables {
  #stack: Variable[];

  constructor(data: Value) {
    this.#stack = [{ name: '$', value: data }];
  }

  get count(): number {
    return this.#stack.length;
  }

  /** Forgets those that were declared after there were `count`. */
  drop(count: number): void {
    this.#stack.length = count;
  }

  /** Starts anew, as an included template does; returns the others. */
  enter(data: Value): readonly Variable[] {
    const outer = this.#stack;
    this.#stack = [{ name: '$', value: data }];
    return outer;
  }

  leave(outer: readonly Variable[]): void {
    this.#stack = [...outer];
  }

  get(name: string): Value {
    return this.#find(name).value;
  }

  set(name: string, value: Value): void {
    this.#find(name).value = value;
  }

  setAt(index: number, value: Value): void {
    this.#stack[index].value = value;
  }

  declare(name: string, value: Value): void {
    this.#stack.push({ name, value });
  }

  #find(name: string): Variable {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      if (this.#stack[i].name === name) return this.#stack[i];
    }
    throw new TemplateError(`undefined variable: ${name}`);
  }
}
