import {
  DEV,
  SOURCE,
  STAGING,
  TARGET,
  objectOf,
  plan,
  redis,
} from '../__testUtils__/cacheWorld';
import { formatPath } from '../../fields';
import { Decision, PromotionPlan } from '../types';
import { planPromotion } from './planPromotion';

function outcome(result: PromotionPlan): string[] {
  return result.resources.flatMap(resource =>
    resource.fields.map(
      field => `${field.action} ${field.text} (${field.why})`,
    ),
  );
}

describe('planPromotion', () => {
  it('takes what dev changed and keeps what staging has of its own', () => {
    const result = plan([redis()]);
    expect(result.state).toBe('ready');
    expect(outcome(result)).toEqual([
      'keep spec.parameters.size (override)',
      'take spec.parameters.version (source-changed)',
      'keep spec.parameters.backup (override)',
      'keep spec.parameters.replicas (target-only)',
      'take spec.parameters.maxMemoryPolicy (source-changed)',
    ]);
    expect(result.files).toHaveLength(1);
    expect(result.files[0]).toMatchObject({
      path: STAGING,
      status: 'merged',
      before: TARGET,
    });
    expect(result.files[0].after).toBe(
      TARGET.replace('"7.0"', '"7.2"').replace(
        'backup: true\n',
        'backup: true\n    maxMemoryPolicy: allkeys-lru\n',
      ),
    );
  });

  it('has nothing to do once the result is in place', () => {
    const after = plan([redis()]).files[0].after!;
    const again = plan([
      redis({
        target: { path: STAGING, text: after, document: 0 },
        base: objectOf(SOURCE),
      }),
    ]);
    expect(again.state).toBe('nothing');
    expect(again.files).toEqual([]);
  });

  it('never reports the namespace, also without a base', () => {
    const result = plan([redis({ base: undefined })]);
    expect(result.state).toBe('undecided');
    expect(result.conflicts.map(field => field.text)).toEqual([
      'spec.parameters.size',
      'spec.parameters.version',
      'spec.parameters.backup',
    ]);
    expect(result.conflicts.every(field => field.why === 'no-base')).toBe(true);
  });

  it.each<[string, Decision, string, string]>([
    [
      'take the source',
      { path: 'spec.parameters.size', choose: 'source' },
      'take',
      'size: small  # load test',
    ],
    [
      'keep a change away',
      { path: 'spec.parameters.version', choose: 'target' },
      'keep',
      'version: "7.0"',
    ],
    [
      'another value',
      { path: 'spec.parameters.version', choose: 'value', value: '7.1' },
      'take',
      'version: "7.1"',
    ],
    [
      'no value at all',
      { path: 'spec.parameters.replicas', choose: 'value' },
      'take',
      'backup: true\n    maxMemoryPolicy: allkeys-lru\n',
    ],
  ])('lets a person decide: %s', (_what, decision, action, text) => {
    const result = plan([redis()], {
      decisions: [{ ...decision, resource: 'XRedisCache/user-session-cache' }],
    });
    const field = result.resources[0].fields.find(
      item => item.text === decision.path,
    );
    expect(field).toMatchObject({ action, why: 'decided' });
    expect(result.files[0].after).toContain(text);
  });

  it('leaves decisions on other resources alone', () => {
    const decision = {
      resource: 'XRedisCache/other',
      path: 'spec.parameters.version',
      choose: 'target',
    } as const;
    const result = plan([redis()], { decisions: [decision] });
    expect(result.takes.map(field => field.text)).toContain(decision.path);
  });

  it('says which hotfix debt a taken value pays', () => {
    const owed = {
      resource: 'XRedisCache/user-session-cache',
      path: 'spec.parameters.maxMemoryPolicy',
      value: 'allkeys-lru',
      incident: 'INC-42',
    };
    const [field] = plan([redis()], { owed: [owed] }).takes.filter(
      item => item.pays,
    );
    expect(field).toMatchObject({ text: owed.path, pays: 'INC-42' });
  });

  it('deletes what the source gave up, unless the target changed it', () => {
    const gone = redis({
      source: undefined,
      base: objectOf(TARGET.replace('staging', 'dev')),
    });
    expect(plan([gone]).files[0]).toMatchObject({
      status: 'deleted',
      after: undefined,
    });
    const changed = plan([redis({ source: undefined })]);
    expect(changed.state).toBe('undecided');
    expect(changed.files[0]).toMatchObject({
      status: 'conflict',
      after: TARGET,
    });
    const decided = plan([redis({ source: undefined })], {
      decisions: [{ path: '', choose: 'source' }],
    });
    expect(decided.files[0].status).toBe('deleted');
  });

  it('asks about a resource that the target gave up and the source changed', () => {
    const result = plan([redis({ target: undefined })]);
    expect(result.state).toBe('undecided');
    expect(result.files).toEqual([]);
  });

  it('edits items of a List', () => {
    const item = (version: string) =>
      `  - kind: XRedisCache
    metadata: { name: user-session-cache }
    spec: { version: "${version}" } # pinned
`;
    const list = (version: string) =>
      `kind: List\napiVersion: v1\nitems:\n  - kind: A\n    metadata: { name: a }\n${item(
        version,
      )}`;
    const base = objectOf(
      'kind: XRedisCache\nmetadata: {name: user-session-cache}\nspec: {version: "7.0"}',
    );
    const result = plan([
      redis({
        base,
        source: { path: DEV, text: list('7.2'), document: 0, item: 1 },
        target: { path: STAGING, text: list('7.0'), document: 0, item: 1 },
      }),
    ]);
    expect(result.files[0].after).toBe(list('7.2'));
    const removed = plan([
      redis({
        base,
        source: undefined,
        target: { path: STAGING, text: list('7.0'), document: 0, item: 1 },
      }),
    ]);
    expect(removed.files[0].after).toBe(list('7.0').replace(item('7.0'), ''));
  });

  it('refuses a file it cannot read and goes on with the rest', () => {
    const broken = { path: STAGING, text: 'a: [1\n', document: 0 };
    const result = plan([redis({ target: broken }), redis()]);
    expect(result.state).toBe('refused');
    expect(result.resources.map(item => item.change)).toEqual([
      'refused',
      'changed',
    ]);
    expect(result.resources[0].reason).toBeTruthy();
  });

  it('does not write a mapping that has a key twice', () => {
    const text = TARGET.replace('replicas: 3', 'version: "7.0"');
    const target = { path: STAGING, text, document: 0 };
    const result = plan([redis({ target })]);
    expect(result.state).toBe('refused');
    expect(result.files[0]).toMatchObject({ status: 'refused', after: text });
    expect(result.files[0].reason).toContain('twice');
  });

  it('matches the items of a list as the given definition says', () => {
    const text = (name: string, note = '') =>
      `kind: X\nmetadata: {name: x}\nports:\n- name: ${name}${note}\n  port: 80\n`;
    const result = planPromotion({
      from: 'dev',
      to: 'staging',
      resources: [
        {
          key: '/X/x',
          base: objectOf(text('web')),
          source: { path: DEV, text: text('http'), document: 0 },
          target: { path: STAGING, text: text('web', ' # ours'), document: 0 },
        },
      ],
      lists: () => path =>
        formatPath(path) === 'ports'
          ? { type: 'keyed', keys: ['port'] }
          : { type: 'atomic' },
    });
    expect(result.files[0].after).toBe(text('http', ' # ours'));
  });
});
