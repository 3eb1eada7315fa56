import fc from 'fast-check';
import { isList, isObject, Json } from '../../fields';

/** How a random text is written. Numbers pick among the choices in turn. */
export interface Style {
  readonly indent: 2 | 4;
  readonly listIndent: 0 | 2;
  readonly crlf: boolean;
  readonly finalBreak: boolean;
  /** One choice for each value written, used round and round. */
  readonly choices: readonly number[];
}

export const styles: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 4),
  listIndent: fc.constantFrom(0, 2),
  crlf: fc.boolean(),
  finalBreak: fc.boolean(),
  choices: fc.array(fc.nat(11), { minLength: 5, maxLength: 25 }),
});

const strings = fc.constantFrom(
  'a',
  'b c',
  'yes',
  'on',
  '0644',
  '1e3',
  '7.0',
  '~',
  '',
  'x: y',
  '# no',
  'two\nlines\n',
  "it's",
  'img:1.0',
  '- dash',
  '{brace',
  '2026-01-02',
  '12:30',
  '*star',
  'ünï',
);

const scalars: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: strings },
  fc.constantFrom<Json>(true, false, null, 0, 1, 7.5, -3, 1000),
);

const keys = fc.constantFrom(
  'a',
  'b',
  'c',
  'd',
  'spec',
  'x.y/z',
  'on',
  '8',
  'long-key',
  'q:r',
);

/** Values with mappings, scalar lists and keyed lists. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json; map: Json }>(
  tie => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: scalars },
      { weight: 3, arbitrary: tie('map') },
      { weight: 1, arbitrary: fc.array(scalars, { maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc
          .uniqueArray(fc.constantFrom('n1', 'n2', 'n3', 'n4'), {
            maxLength: 4,
          })
          .chain(names =>
            fc
              .array(fc.tuple(keys, tie('value')), {
                minLength: names.length,
                maxLength: names.length,
              })
              .map(pairs =>
                names.map((name, index) => ({
                  name,
                  [pairs[index][0]]: pairs[index][1],
                })),
              ),
          ),
      },
    ),
    map: fc
      .uniqueArray(fc.tuple(keys, tie('value')), {
        maxLength: 5,
        selector: ([key]) => key,
      })
      .map(pairs => Object.fromEntries(pairs) as Json),
  }),
).value;

/** Mappings, as documents are. */
export const documents: fc.Arbitrary<{ readonly [key: string]: Json }> = fc
  .uniqueArray(fc.tuple(keys, values), {
    minLength: 1,
    maxLength: 5,
    selector: ([key]) => key,
  })
  .map(pairs => Object.fromEntries(pairs));

class Writer {
  readonly #style: Style;
  #next = 0;
  #comments = 0;

  constructor(style: Style) {
    this.#style = style;
  }

  #choose(): number {
    const { choices } = this.#style;
    return choices[this.#next++ % choices.length];
  }

  #comment(): string {
    return `# note ${this.#comments++}`;
  }

  #scalar(value: Json, column: number): string {
    const choice = this.#choose();
    if (typeof value !== 'string') return value === null ? 'null' : `${value}`;
    const simple = /^[A-Za-z][A-Za-z]?$|^img:1.0$|^b c$/.test(value);
    if (simple && value !== 'on' && choice > 3) return value;
    if (value === 'two\nlines\n' && choice > 5) {
      const pad = ' '.repeat(column + this.#style.indent);
      return `|\n${pad}two\n${pad}lines`;
    }
    return choice % 2 === 0 || /\n/.test(value)
      ? JSON.stringify(value)
      : `'${value.replace(/'/g, "''")}'`;
  }

  #key(key: string): string {
    return /^[a-z][a-z-]*$/.test(key) && key !== 'on'
      ? key
      : JSON.stringify(key);
  }

  #flow(value: Json): string {
    if (isList(value)) return `[${value.map(item => this.#flow(item))}]`;
    if (!isObject(value)) return JSON.stringify(value);
    const pairs = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}: ${this.#flow(item)}`,
    );
    return `{ ${pairs.join(', ')} }`;
  }

  #inline(value: Json): boolean {
    if (!isObject(value) && !isList(value)) return true;
    return Object.keys(value).length === 0 || this.#choose() === 11;
  }

  #value(value: Json, column: number): string {
    return isObject(value) || isList(value)
      ? this.#flow(value)
      : this.#scalar(value, column);
  }

  #before(column: number): string {
    const choice = this.#choose();
    const pad = ' '.repeat(column);
    if (choice === 0) return '\n';
    return choice === 1 ? `${pad}${this.#comment()}\n` : '';
  }

  #after(text: string): string {
    const block = text.includes('\n');
    return !block && this.#choose() === 2 ? ` ${this.#comment()}` : '';
  }

  lines(value: Json, column: number, firstInline = false): string {
    const pad = ' '.repeat(column);
    const entries = isList(value)
      ? value.map(item => [undefined, item] as const)
      : Object.entries(value as { [key: string]: Json });
    return entries
      .map(([key, item], index) => {
        const inline = firstInline && index === 0;
        const before = inline ? '' : this.#before(column);
        const head = key === undefined ? '-' : `${this.#key(key)}:`;
        const start = `${before}${inline ? '' : pad}${head}`;
        if (this.#inline(item)) {
          const text = this.#value(item, column);
          return `${start} ${text}${this.#after(text)}\n`;
        }
        if (key === undefined) {
          return `${start} ${this.lines(item, column + 2, true)}`;
        }
        const step = isList(item) ? this.#style.listIndent : this.#style.indent;
        return `${start}\n${this.lines(item, column + step)}`;
      })
      .join('');
  }
}

/** A random but readable text of a mapping. */
export function write(value: Json, style: Style): string {
  const text = new Writer(style).lines(value, 0);
  const ended = style.finalBreak ? text : text.replace(/\n$/, '');
  return style.crlf ? ended.replace(/\n/g, '\r\n') : ended;
}

/** A change of a value: keys that go, come or get another value. */
export function edited(
  value: Json,
  picks: readonly number[],
  fresh: readonly Json[],
): Json {
  let next = 0;
  const pick = () => picks[next++ % picks.length];
  const visit = (item: Json, depth: number): Json => {
    const choice = pick();
    if (choice === 0 && depth > 0) return fresh[pick() % fresh.length];
    if (isList(item)) {
      const named = item.every(entry => isObject(entry) && 'name' in entry);
      const kept = item.filter(() => pick() !== 1);
      if (!named) return choice === 2 ? [...kept, 'added'] : kept;
      const items = kept.map(entry => ({
        ...(visit(entry, 0) as object),
        name: (entry as { name: Json }).name,
      }));
      return choice === 2 ? [{ name: 'first', v: pick() }, ...items] : items;
    }
    if (!isObject(item)) return item;
    const pairs = Object.entries(item)
      .filter(() => pick() !== 1)
      .map(([key, entry]) => [key, visit(entry, depth + 1)] as const);
    const added = pick() === 2 ? [['new', fresh[pick() % fresh.length]]] : [];
    return Object.fromEntries([...added, ...pairs]);
  };
  return visit(value, 0);
}

export const edits = fc.record({
  picks: fc.array(fc.nat(9), { minLength: 3, maxLength: 20 }),
  fresh: fc.array(values, { minLength: 1, maxLength: 3 }),
});
