import { detectDrift, DriftInput, JsonObject } from '@stagecraft/engine';
import { Jq } from './Jq';

const jq = new Jq();
afterAll(() => jq.close());

const desired: JsonObject = { spec: { list: [1, 2, 3], map: { c: 1 } } };
const live: JsonObject = { spec: {} };

async function ask(...expressions: string[]) {
  const [answers] = await jq.answer([{ expressions, desired, live }]);
  return expressions.map(expression => answers.get(expression));
}

describe('jq', () => {
  it.each<[string, unknown[], unknown[]]>([
    [
      '.spec.list[1:]',
      [['spec', 'list', { start: 1, end: null }]],
      [['spec', 'list', { start: 1, end: null }]],
    ],
    [
      '.. | .c?',
      [['c'], ['spec', 'c'], ['spec', 'map', 'c']],
      [['c'], ['spec', 'c']],
    ],
    ['.spec.list[]? | select(. > 1 and . < 3)', [['spec', 'list', 1]], []],
    ['.spec.list[-1]', [['spec', 'list', -1]], [['spec', 'list', -1]]],
    ['.spec | select(.list | length > 2)', [['spec']], []],
    [
      '.spec.list[] | select(. == 1 or . == 3)',
      [
        ['spec', 'list', 0],
        ['spec', 'list', 2],
      ],
      [],
    ],
  ])('%s', async (expression, inDesired, inLive) => {
    expect(await ask(expression)).toEqual([
      { state: 'selected', desired: inDesired, live: inLive },
    ]);
  });

  it('takes an error about one object for nothing to ignore there', async () => {
    expect(await ask('.spec.list[] | .')).toEqual([
      { state: 'selected', desired: expect.any(Array), live: [] },
    ]);
  });

  it.each([
    ['.spec.list[', /^jq says: syntax error/],
    ['.spec | keys', /^jq says: Invalid path expression/],
    ['env.HOME', /^jq says: Invalid path expression/],
    ['halt', /^jq says: /],
    ['nosuch(1)', /^jq says: nosuch\/1 is not defined/],
  ])('says what is wrong with %s', async (expression, reason) => {
    expect(await ask(expression)).toEqual([
      { state: 'failed', reason: expect.stringMatching(reason) },
    ]);
  });

  it('ends an expression that does not, and goes on with the next', async () => {
    expect(await ask('def f: f; f', '.spec.map | .c')).toEqual([
      { state: 'failed', reason: 'It took longer than 1 s.' },
      {
        state: 'selected',
        desired: [['spec', 'map', 'c']],
        live: [['spec', 'map', 'c']],
      },
    ]);
  });

  it('answers several objects with one program, also when asked at once', async () => {
    const questions = [1, 2, 3].map(count => ({
      expressions: ['.n[] | select(. > 0)'],
      desired: { n: Array.from({ length: count }, (_, at) => at) },
      live: { n: [] },
    }));
    const [first, second] = await Promise.all([
      jq.answer(questions),
      jq.answer(questions.slice(1)),
    ]);
    const counts = (answers: typeof first) =>
      answers.map(answer => {
        const [found] = [...answer.values()];
        return found.state === 'selected' && found.desired.length;
      });
    expect(counts(first)).toEqual([0, 1, 2]);
    expect(counts(second)).toEqual([1, 2]);
  });

  it('fills in what a comparison needs', async () => {
    const object = (image: string): JsonObject => ({
      apiVersion: 'example.org/v1',
      kind: 'Thing',
      metadata: { name: 'a' },
      spec: { sidecars: [{ name: 'proxy-1', image }], size: 1 },
    });
    const input: DriftInput = {
      desired: object('a:1'),
      live: { state: 'read', object: object('a:2') },
    };
    const rule = {
      group: 'example.org',
      kind: 'Thing',
      jqPathExpressions: [
        '.spec.sidecars[] | select(.name | startswith("proxy")) | .image',
      ],
    };
    const [plain, ready] = await jq.prepare([
      input,
      { ...input, ignore: [rule] },
    ]);
    expect(plain).toBe(input);
    expect(detectDrift(plain).verdict).toBe('drifted');
    expect(detectDrift(ready)).toMatchObject({
      verdict: 'inSync',
      unsupportedRules: [],
      suppressed: [{ cause: 'ignored' }],
    });
  });
});
