import { GoNumber } from './literals';

/** A part of a command. */
export type Operand =
  | { readonly type: 'dot' }
  | { readonly type: 'nil' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: GoNumber }
  | { readonly type: 'field'; readonly names: readonly string[] }
  | {
      readonly type: 'variable';
      readonly name: string;
      readonly names: readonly string[];
    }
  | { readonly type: 'function'; readonly name: string }
  | {
      readonly type: 'chain';
      readonly of: Operand;
      readonly names: readonly string[];
    }
  | { readonly type: 'pipe'; readonly pipe: Pipe };

export type Command = readonly Operand[];

export interface Pipe {
  /** Variables that take the result. */
  readonly variables: readonly string[];
  /** `:=` makes new variables, `=` changes those there are. */
  readonly declares: boolean;
  readonly commands: readonly Command[];
}

export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly pipe: Pipe }
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipe: Pipe;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | { readonly type: 'template'; readonly name: string; readonly pipe?: Pipe }
  | { readonly type: 'break' | 'continue' };

/** A parsed template with those that it defines. */
export interface Template {
  readonly body: readonly Node[];
  readonly defined: ReadonlyMap<string, readonly Node[]>;
}
