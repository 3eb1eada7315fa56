import { HistoryAnswer } from '@stagecraft/engine';
import { GateResult } from '@stagecraft/plugin-environments-common';
import { StoredEnvironment } from '../../ledger';
import { pipelineStep, StepPlan } from './steps';

const environment = (name: string, broken: string[] = []) =>
  ({
    state: 'read',
    name,
    notes: broken.map(file => ({
      code: 'file-unreadable',
      origin: { file, line: 1 },
    })),
  } as unknown as StoredEnvironment);

const answer = (...reasons: string[]) =>
  ({
    fields: reasons.map(reason => ({
      reason,
      conflict: reason === 'divergent',
      sourceChanged: true,
    })),
  } as unknown as HistoryAnswer);

const gate = (name: string, verdict: GateResult['verdict']): GateResult => ({
  gate: name,
  title: name,
  verdict,
  evidence: [`${name} says so`],
});

const plan = (
  changes: number,
  toDecide: number,
  ...results: GateResult[]
): StepPlan => ({
  changes,
  toDecide,
  gates: { decision: 'allow', results, checkedAt: '2026-11-23T14:31:00Z' },
});

const step = (
  found: HistoryAnswer | undefined,
  made?: StepPlan | { failed: string },
  from = environment('dev'),
  to = environment('staging'),
) => pipelineStep({ from, to, answer: found, plan: made });

describe('pipelineStep', () => {
  it.each([
    ['nothing differs', step(answer()), 'upToDate', 0, 0],
    ['only what is meant differs', step(answer('override')), 'upToDate', 0, 0],
    ['something waits', step(answer('pending'), plan(2, 1)), 'toPromote', 2, 1],
    [
      'a gate fails',
      step(answer('pending'), plan(2, 0, gate('schema', 'fail'))),
      'blocked',
      2,
      0,
    ],
    [
      'a gate fails, but a decision may change that',
      step(answer('pending'), plan(2, 1, gate('schema', 'fail'))),
      'toPromote',
      2,
      1,
    ],
    [
      'a freeze is on',
      step(answer('pending'), plan(2, 0, gate('window', 'pending'))),
      'frozen',
      2,
      0,
    ],
    [
      'no plan can be made',
      step(answer('pending', 'divergent'), { failed: 'Cannot edit a.yaml' }),
      'blocked',
      1,
      1,
    ],
    ['the repository is not read', step(undefined), 'notCompared', 0, 0],
    [
      'the environment before has nothing',
      step(answer('ahead'), undefined, {
        state: 'empty',
        name: 'dev',
        detail: '',
      }),
      'notCompared',
      0,
      0,
    ],
  ])('%s', (_, { state, changes, toDecide }, ...expected) => {
    expect([state, changes, toDecide]).toEqual(expected);
  });

  it('says in a few words why', () => {
    expect(
      step(answer('pending'), { failed: 'Cannot edit a.yaml' }).reason,
    ).toBe('Cannot edit a.yaml');
    expect(
      step(answer('pending'), plan(1, 0, gate('schema', 'fail'))).reason,
    ).toBe('schema says so');
    const broken = environment('dev', ['a.yaml', 'b.yaml', 'a.yaml']);
    expect(step(answer(), undefined, broken)).toMatchObject({
      state: 'notCompared',
      reason: '2 files cannot be read',
    });
  });

  it('counts what the target has and the source has not', () => {
    expect(step(answer('ahead', 'ahead')).ahead).toBe(2);
  });
});
