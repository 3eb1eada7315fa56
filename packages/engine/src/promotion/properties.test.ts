import fc from 'fast-check';
import { getAt, isObject, Json, sameJson } from '../fields';
import { readYaml } from '../manifests';
import {
  documents,
  edited,
  edits,
  Style,
  styles,
  values,
  write,
} from './__testUtils__/styledYaml';
import { mergeFile } from './mergeFile';
import { FileMerge } from './types';
import { setFields } from './setFields';

const RUNS = { numRuns: 100 };

const three = fc
  .record({
    base: documents,
    left: edits,
    right: edits,
    styles: fc.tuple(styles, styles, styles),
  })
  .map(({ base, left, right, styles: [a, b, c] }) => {
    const source = edited(base, left.picks, left.fresh);
    const target = edited(base, right.picks, right.fresh);
    return {
      base: write(base, a),
      source: write(source, b),
      target: write(target, c),
      values: { base: base as Json, source, target },
    };
  })
  // An empty text is no document, so there is nothing to merge.
  .filter(({ values: { source, target } }) =>
    [source, target].every(
      item => isObject(item) && Object.keys(item).length > 0,
    ),
  );

function conflicts(result: FileMerge): string[] {
  return result.fields
    .filter(field => field.action === 'conflict')
    .map(field => field.text)
    .sort();
}

describe('a merge of random files', () => {
  it('is written as texts that mean what they should', () => {
    const sample = fc.tuple(documents, styles);
    fc.assert(
      fc.property(sample, ([value, style]) => {
        expect(sameJson(readYaml(write(value, style)), value)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never refused, and means what the fields say', () => {
    fc.assert(
      fc.property(three, ({ base, source, target }) => {
        const result = mergeFile({ base, source, target });
        expect(result.reason).toBeUndefined();
        const read = result.text === undefined ? null : readYaml(result.text);
        for (const {
          action,
          path,
          source: theirs,
          target: ours,
        } of result.fields) {
          const expected = action === 'take' ? theirs : ours;
          expect(sameJson(getAt(read, path), expected)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('changes nothing if the source did not', () => {
    fc.assert(
      fc.property(three, ({ base, target }) => {
        const result = mergeFile({ base, source: base, target });
        expect(result.text).toBe(target);
        expect(conflicts(result)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gives the source, in value, if the target did not change', () => {
    fc.assert(
      fc.property(
        three,
        styles,
        ({ base, source, values: all }, style: Style) => {
          const target = write(all.base, style);
          const result = mergeFile({ base, source, target });
          expect(conflicts(result)).toEqual([]);
          const got = result.text === undefined ? null : readYaml(result.text);
          // The order of keyed lists is the target's.
          expect(diffless(got, all.source)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('has the same conflicts with the sides exchanged', () => {
    fc.assert(
      fc.property(three, ({ base, source, target }) => {
        const there = mergeFile({ base, source, target });
        const back = mergeFile({ base, source: target, target: source });
        expect(conflicts(back)).toEqual(conflicts(there));
      }),
      RUNS,
    );
  });

  it('leaves nothing different but what is kept or in conflict', () => {
    const rules = fc.constantFrom([], ['a'], ['**.name'], ['*.*']);
    fc.assert(
      fc.property(three, rules, ({ base, source, target }, retain) => {
        const first = mergeFile({ base, source, target }, { retain });
        const after = { base, source, target: first.text };
        const rest = mergeFile(after, { retain }).fields;
        const left = first.fields.filter(field => field.action !== 'take');
        const texts = (fields: FileMerge['fields']) =>
          fields.map(field => `${field.action} ${field.text}`).sort();
        expect(texts(rest)).toEqual(texts(left));
      }),
      RUNS,
    );
  });

  it('merges once and for all', () => {
    fc.assert(
      fc.property(three, ({ base, source, target }) => {
        const once = mergeFile({ base, source, target });
        const twice = mergeFile({ base: source, source, target: once.text });
        expect(twice.text).toBe(once.text);
        expect(conflicts(twice)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('keeps every comment of the target if nothing is removed or replaced', () => {
    fc.assert(
      fc.property(three, ({ base, source, target }) => {
        const result = mergeFile({ base, source, target });
        const harmless = result.fields.every(
          field =>
            field.action !== 'take' ||
            (field.type === 'added' && typeof field.source !== 'undefined'),
        );
        fc.pre(harmless);
        const notes = target.match(/# note \d+/g) ?? [];
        for (const note of notes) expect(result.text).toContain(note);
      }),
      RUNS,
    );
  });

  it('touches no line of the target beside the one that comes', () => {
    fc.assert(
      fc.property(documents, styles, (value, style) => {
        const target = write(value, { ...style, finalBreak: true });
        const result = setFields(target, 0, [{ path: 'added', value: 'x' }]);
        const lines = result.split('\n');
        const others = lines.filter(line => !line.startsWith('added:'));
        expect(others).toHaveLength(lines.length - 1);
        expect(others.join('\n')).toBe(target);
      }),
      RUNS,
    );
  });

  it('sets any value anywhere', () => {
    fc.assert(
      fc.property(three, values, (sample, value) => {
        const { target, values: all } = sample;
        const [key] = Object.keys(all.target as object);
        const path = `[${JSON.stringify(key)}]`;
        const result = setFields(target, 0, [{ path, value }]);
        const read = readYaml(result);
        expect(isObject(read) && sameJson(read[key], value)).toBe(true);
      }),
      RUNS,
    );
  });
});

/** Equal but for the order of lists of named items. */
function diffless(left: Json, right: Json): boolean {
  return sameJson(ordered(left), ordered(right));
}

function ordered(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    const named = items.every(item => isObject(item) && 'name' in item);
    return named
      ? [...items].sort((a, b) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
        )
      : items;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, ordered(item)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
