import { detectDrift, DriftInput, JsonObject } from '@stagecraft/engine';
import fc from 'fast-check';
import { Jq } from './Jq';

// The engine runs plain paths itself. In parentheses the same path is beyond
// it and goes to jq: both must take the same fields out of a comparison.

const name = fc.constantFrom('a', 'b', 'c');
const scalar = fc.constantFrom<string | number>('x', 'y', 1, 2);
const { deep } = fc.letrec(tie => ({
  deep: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('deep'), { maxLength: 3 }),
    fc.dictionary(name, tie('deep'), { maxKeys: 3 }),
  ),
}));
/** Many places side by side, of which some are not like the others. */
const wide = fc.array(
  fc.oneof(
    scalar,
    fc.dictionary(name, fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }))),
  ),
  { minLength: 2, maxLength: 4 },
);
const value = fc.oneof(deep, wide);

const step = fc.oneof(
  name.map(key => `.${key}`),
  name.map(key => `["${key}"]`),
  fc.constantFrom('[]', '[]', '[0]', '[1]', '[-1]'),
);
const mark = fc.constantFrom('', '', '?');
const select = fc
  .tuple(name, fc.constantFrom('"x"', '1', 'null'))
  .map(([key, wanted]) => ` | select(.${key} == ${wanted})`);
const expression = fc
  .tuple(
    fc.constantFrom('', '[]'),
    fc.array(fc.tuple(step, mark), { maxLength: 3 }),
    fc.option(select, { nil: '' }),
  )
  .map(([first, steps, rest]) => {
    const path = steps.map(parts => parts.join('')).join('');
    return `.spec${first}${path}${rest}`;
  });

function object(spec: unknown): JsonObject {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Thing',
    metadata: { name: 'a' },
    spec: spec as JsonObject,
  };
}

describe('plain paths', () => {
  const jq = new Jq();
  afterAll(() => jq.close());

  it('select what jq selects', async () => {
    const run = { group: '*', kind: '*' };
    await fc.assert(
      fc.asyncProperty(value, value, expression, async (git, live, text) => {
        const input = (rule: string): DriftInput => ({
          desired: object(git),
          live: { state: 'read', object: object(live) },
          ignore: [{ ...run, jqPathExpressions: [rule] }],
        });
        const native = detectDrift(input(text));
        const [asked] = await jq.prepare([input(`(${text})`)]);
        expect(asked.jq?.size).toBe(1);
        expect(native.unsupportedRules).toEqual([]);
        expect({ ...detectDrift(asked), unsupportedRules: [] }).toEqual(native);
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);
});
