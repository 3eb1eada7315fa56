/**
 * Wildcard patterns as state machines. A regular expression would need time
 * exponential in the number of stars; this takes length times pattern.
 */
type State =
  | { type: 'char'; accepts: (char: string) => boolean; next: number }
  | { type: 'split'; next: number[] }
  | { type: 'end' };

/** What the wildcards of a pattern language mean. */
export interface PatternLanguage {
  /** Characters that `*` and `?` take. */
  readonly wild: (char: string) => boolean;
  /** Characters that negate a class when they come first in it. */
  readonly negations: string;
  /**
   * What a class may hold: one range or a list of characters (`gobwas`),
   * ranges and characters without a bare `-` or `]` (`go`), or with them
   * where they cannot be meant otherwise (`git`).
   */
  readonly classes: 'gobwas' | 'go' | 'git';
  /** Whether `{a,b}` is a choice. */
  readonly alternatives: boolean;
}

export type Matcher = (text: string) => boolean;

class BadPattern extends Error {}

type Range = readonly [string, string];

/** The named classes of Git's wildmatch; bytes beyond ASCII are in none. */
const NAMED: Readonly<Record<string, readonly Range[]>> = {
  alnum: [
    ['0', '9'],
    ['A', 'Z'],
    ['a', 'z'],
  ],
  alpha: [
    ['A', 'Z'],
    ['a', 'z'],
  ],
  blank: [
    [' ', ' '],
    ['\t', '\t'],
  ],
  cntrl: [
    ['\0', '\x1f'],
    ['\x7f', '\x7f'],
  ],
  digit: [['0', '9']],
  graph: [['!', '~']],
  lower: [['a', 'z']],
  print: [[' ', '~']],
  punct: [
    ['!', '/'],
    [':', '@'],
    ['[', '`'],
    ['{', '~'],
  ],
  space: [
    [' ', ' '],
    ['\t', '\r'],
  ],
  upper: [['A', 'Z']],
  xdigit: [
    ['0', '9'],
    ['A', 'F'],
    ['a', 'f'],
  ],
};

/** Translates a pattern into states, last part first. */
class Compiler {
  readonly states: State[] = [];
  #at = 0;

  constructor(
    private readonly pattern: readonly string[],
    private readonly language: PatternLanguage,
  ) {}

  add(state: State): number {
    return this.states.push(state) - 1;
  }

  /** Reads up to the end of the pattern or of a branch. */
  sequence(inBranch: boolean): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.pattern.length) {
      const char = this.pattern[this.#at];
      if (inBranch && (char === ',' || char === '}')) break;
      this.#at++;
      parts.push(this.#part(char));
    }
    return parts;
  }

  #part(char: string): Part {
    const { wild, alternatives } = this.language;
    if (char === '*') return { type: 'star' };
    if (char === '?') return { type: 'one', accepts: wild };
    if (char === '[') return { type: 'one', accepts: this.#class() };
    if (char === '{' && alternatives) return this.#choice();
    if (char !== '\\') return { type: 'one', accepts: c => c === char };
    const escaped = this.#take();
    return { type: 'one', accepts: c => c === escaped };
  }

  #take(): string {
    const char = this.pattern[this.#at++];
    if (char === undefined) throw new BadPattern();
    return char;
  }

  #choice(): Part {
    const branches: Part[][] = [];
    for (;;) {
      branches.push(this.sequence(true));
      // The end of the pattern closes a choice too.
      const next = this.pattern[this.#at++] ?? '}';
      if (next === '}') return { type: 'choice', branches };
    }
  }

  #class(): (char: string) => boolean {
    const first = this.pattern[this.#at];
    const negated =
      first !== undefined && this.language.negations.includes(first);
    if (negated) this.#at++;
    const ranges =
      this.language.classes === 'gobwas' ? this.#gobwasClass() : this.#ranges();
    return c => ranges.some(([low, high]) => c >= low && c <= high) !== negated;
  }

  #gobwasClass(): Range[] {
    if (this.pattern[this.#at + 1] === '-') {
      const range: Range = [this.#take(), (this.#take(), this.#take())];
      if (this.#take() !== ']') throw new BadPattern();
      return [range];
    }
    const ranges: Range[] = [];
    for (let char = this.#take(); char !== ']'; char = this.#take()) {
      const listed = char === '\\' ? this.#take() : char;
      ranges.push([listed, listed]);
    }
    if (ranges.length === 0) throw new BadPattern();
    return ranges;
  }

  /** A bare `-` or `]` where a character is due is an error for Go only. */
  #member(char: string): string {
    if (char === '\\') return this.#take();
    if (this.language.classes === 'go' && (char === '-' || char === ']')) {
      throw new BadPattern();
    }
    return char;
  }

  /** `[:alpha:]` inside of a class; without its end it is a list as any. */
  #named(char: string): readonly Range[] | undefined {
    const { classes } = this.language;
    if (classes !== 'git' || char !== '[' || this.pattern[this.#at] !== ':') {
      return undefined;
    }
    const end = this.pattern.indexOf(']', this.#at + 1);
    if (end < 0) throw new BadPattern();
    if (end === this.#at + 1 || this.pattern[end - 1] !== ':') return undefined;
    const name = this.pattern.slice(this.#at + 1, end - 1).join('');
    if (!Object.hasOwn(NAMED, name)) throw new BadPattern();
    this.#at = end + 1;
    return NAMED[name];
  }

  #ranges(): Range[] {
    const ranges: Range[] = [];
    let char = this.#take();
    do {
      const named = this.#named(char);
      if (named) {
        ranges.push(...named);
        char = this.#take();
        continue;
      }
      const low = this.#member(char);
      let high = low;
      char = this.#take();
      const open =
        this.language.classes === 'go' || this.pattern[this.#at] !== ']';
      if (char === '-' && open) {
        high = this.#member(this.#take());
        char = this.#take();
      }
      ranges.push([low, high]);
    } while (char !== ']');
    return ranges;
  }

  /** Adds the states of parts in front of a state; returns the first. */
  link(parts: readonly Part[], next: number): number {
    let to = next;
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      if (part.type === 'one') {
        to = this.add({ type: 'char', accepts: part.accepts, next: to });
      } else if (part.type === 'star') {
        const split: State = { type: 'split', next: [to] };
        const loop = this.add(split);
        const accepts = this.language.wild;
        split.next.push(this.add({ type: 'char', accepts, next: loop }));
        to = loop;
      } else {
        const after = to;
        const firsts = part.branches.map(branch => this.link(branch, after));
        to = this.add({ type: 'split', next: firsts });
      }
    }
    return to;
  }
}

type Part =
  | { type: 'one'; accepts: (char: string) => boolean }
  | { type: 'star' }
  | { type: 'choice'; branches: Part[][] };

function run(states: readonly State[], start: number, text: string): boolean {
  const reach = (from: Iterable<number>): Set<number> => {
    const reached = new Set<number>(from);
    for (const index of reached) {
      const state = states[index];
      if (state.type === 'split') state.next.forEach(to => reached.add(to));
    }
    return reached;
  };
  let current = reach([start]);
  for (const char of text) {
    const next: number[] = [];
    for (const index of current) {
      const state = states[index];
      if (state.type === 'char' && state.accepts(char)) next.push(state.next);
    }
    if (next.length === 0) return false;
    current = reach(next);
  }
  return [...current].some(index => states[index].type === 'end');
}

/** A pattern that the language refuses matches nothing. */
export function compilePattern(
  pattern: string,
  language: PatternLanguage,
): Matcher {
  const compiler = new Compiler([...pattern], language);
  try {
    const parts = compiler.sequence(false);
    const end = compiler.add({ type: 'end' });
    const start = compiler.link(parts, end);
    return text => run(compiler.states, start, text);
  } catch (error) {
    if (error instanceof BadPattern || error instanceof RangeError) {
      return () => false;
    }
    throw error;
  }
}
