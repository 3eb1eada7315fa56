import fc from 'fast-check';
import { JsonObject } from '../fields';
import { toManifest } from '../manifests';
import { NaiveCommit, NaiveHistory } from './__testUtils__/naiveHistory';
import { historyOf } from './history';
import { HistoryCommit } from './types';

const ORDER = ['dev', 'staging', 'production'];

type World = Record<string, JsonObject | undefined>;

/** What a commit does; numbers are taken modulo what there is. */
interface Action {
  readonly kind: 'edit' | 'copy' | 'revert' | 'drop' | 'docs';
  readonly environment: number;
  readonly commit: number;
  readonly values: readonly number[];
  readonly hotfix: boolean;
}

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom(
    'edit',
    'edit',
    'edit',
    'copy',
    'copy',
    'copy',
    'revert',
    'drop',
    'docs',
  ),
  environment: fc.nat(2),
  commit: fc.nat(20),
  values: fc.array(fc.nat(3), { minLength: 2, maxLength: 2 }),
  hotfix: fc.boolean(),
});

/** Fields a and b; 3 leaves one out. */
function cache(values: readonly number[]): JsonObject {
  const [a, b] = values;
  const spec = { ...(a < 3 && { a }), ...(b < 3 && { b }), c: 0 };
  return { apiVersion: 'x.io/v1', kind: 'X', metadata: { name: 'c' }, spec };
}

function after(world: World, past: readonly World[], act: Action): World {
  const name = ORDER[act.environment];
  const commit = past.length > 0 ? act.commit % past.length : 0;
  switch (act.kind) {
    case 'edit':
      return { ...world, [name]: cache(act.values) };
    case 'drop':
      return { ...world, [name]: undefined };
    case 'copy': {
      const from = ORDER[Math.max(act.environment - 1, 0)];
      // A promotion of one field, or of everything.
      const copy = past[commit]?.[from];
      const own = world[name];
      if (!copy || !own || act.hotfix) return { ...world, [name]: copy };
      const { b: _, ...left } = own.spec as JsonObject;
      const { b } = copy.spec as JsonObject;
      const spec = { ...left, ...(b !== undefined && { b }) };
      return { ...world, [name]: { ...own, spec } };
    }
    case 'revert':
      return past.length > 0 ? past[commit - 1] ?? {} : world;
    default:
      return world;
  }
}

const idOf = (index: number) =>
  (0xabc000 + index).toString(16).padStart(40, '0');

/** The history of some actions, as the engine gets it and as the model does. */
function tell(actions: readonly Action[]) {
  const worlds: World[] = [];
  const naive: NaiveCommit[] = [];
  const commits: HistoryCommit[] = [];
  actions.forEach((act, index) => {
    const before = worlds.at(-1) ?? {};
    const world = after(before, worlds, act);
    const commit = index > 0 ? act.commit % index : 0;
    const promotes = act.kind === 'copy' && index > 0;
    const hotfix = act.hotfix && act.kind === 'edit';
    const reverts = act.kind === 'revert' && index > 0 ? commit : undefined;
    const lines = [
      hotfix ? 'hotfix: x' : 'feat: x',
      ...(promotes ? ['', `Promoted-From: ${idOf(commit)}`] : []),
      ...(reverts === undefined
        ? []
        : [`This reverts commit ${idOf(reverts)}.`]),
      '',
      'Signed-off-by: A <a@example.com>',
    ];
    naive.push({ promotedFrom: promotes ? [commit] : [], reverts, hotfix });
    const files = ORDER.filter(name => before[name] !== world[name]).map(
      environment => {
        const object = world[environment];
        const origin = { file: 'c.yaml', document: 0, line: 1 };
        const manifests = object ? [toManifest(object, origin)] : [];
        return { path: `${environment}/c.yaml`, environment, manifests };
      },
    );
    commits.push({ id: idOf(index), message: lines.join('\n'), files });
    worlds.push(world);
  });
  return { model: new NaiveHistory(naive, worlds), commits };
}

const byPath = (left: { path: string }, right: { path: string }) =>
  left.path < right.path ? -1 : 1;

describe('a history of random commits', () => {
  const stories = fc.array(action, { minLength: 2, maxLength: 14 });
  const pairs = fc.constantFrom(['dev', 'staging'], ['staging', 'production']);

  it('is read as the rules say, commit by commit', () => {
    fc.assert(
      fc.property(stories, pairs, (actions, [from, to]) => {
        const { model, commits } = tell(actions);
        const history = historyOf({ order: ORDER, commits });
        const answer = history.ask({ from, to, resource: 'X/c' });
        const got = answer.fields.map(({ text, reason, conflict }) => ({
          path: text,
          reason,
          conflict,
        }));
        const paths = got.map(({ path }) => path);
        const wanted = paths.map(path => model.judge(from, to, path));
        expect(got.sort(byPath)).toEqual(wanted.sort(byPath));
      }),
      { numRuns: 300 },
    );
  });

  it('owes what the rules say', () => {
    fc.assert(
      fc.property(stories, actions => {
        const { model, commits } = tell(actions);
        const history = historyOf({ order: ORDER, commits });
        const answer = history.ask({
          from: 'staging',
          to: 'production',
          resource: 'X/c',
        });
        for (const path of ['spec.a', 'spec.b']) {
          const owing = answer.obligations
            .filter(({ text }) => text === path)
            .map(({ environment }) => environment);
          const lower = ['dev', 'staging'];
          expect(owing).toEqual(model.owed('production', lower, path));
        }
      }),
      { numRuns: 300 },
    );
  });
});
