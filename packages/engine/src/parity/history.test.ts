import { readYaml, parseManifests } from '../manifests';
import { planPromotion } from '../promotion';
import { History, historyOf } from './history';
import { FieldReason, HistoryCommit, HistoryOptions } from './types';

const ORDER = ['dev', 'staging', 'production'];

function cache(environment: string, parameters: string): string {
  return `apiVersion: platform.company.com/v1alpha1
kind: XRedisCache
metadata:
  name: user-session-cache
  namespace: ${environment}
  labels: { app.kubernetes.io/part-of: user-service, env: ${environment} }
spec:
  parameters: { ${parameters} }
`;
}

function id(index: number): string {
  return `${index}abcdef`.repeat(6).slice(0, 40).padEnd(40, '0');
}

/** Commits from messages and what they wrote: environment to parameters. */
function commits(
  ...list: ReadonlyArray<[message: string, files: Record<string, string>]>
): HistoryCommit[] {
  return list.map(([message, files], index) => ({
    id: id(index),
    message,
    author: `author ${index}`,
    time: `2026-11-0${index + 1}T10:00:00Z`,
    files: Object.entries(files).map(([environment, parameters]) => {
      const path = `environments/${environment}/cache.yaml`;
      const text = cache(environment, parameters);
      const manifests =
        parameters === '' ? [] : parseManifests({ path, text }).manifests;
      return { path, environment, manifests };
    }),
  }));
}

function ask(
  list: HistoryCommit[],
  from = 'dev',
  to = 'staging',
  options: Partial<HistoryOptions> = {},
) {
  const history = historyOf({
    commits: list,
    order: ORDER,
    identity: ['metadata.labels.env'],
    ...options,
  });
  return history.ask({ from, to, service: 'user-service' });
}

function field(fields: readonly FieldReason[], text: string): FieldReason {
  const found = fields.find(item => item.text === text);
  if (!found) throw new Error(`no ${text} in ${fields.map(item => item.text)}`);
  return found;
}

const STORY = commits(
  ['feat: cache', { dev: 'size: small, memory: 4Gi' }],
  [
    `Promote: cache\n\nPromoted-From: ${id(0)}`,
    { staging: 'size: medium, memory: 4Gi' },
  ],
  [
    `Promote: cache\n\nPromoted-From: ${id(1)}`,
    { production: 'size: large, memory: 4Gi' },
  ],
  [
    'HOTFIX: more memory\n\nIncident: INC-42',
    { production: 'size: large, memory: 8Gi' },
  ],
  ['feat: 6Gi (dev)', { dev: 'size: small, memory: 6Gi' }],
);

describe('History', () => {
  it('says which commit gave each side its value, and who made it', () => {
    const { fields } = ask(STORY);
    expect(field(fields, 'spec.parameters.memory')).toMatchObject({
      resource: 'XRedisCache/user-session-cache',
      key: 'platform.company.com/XRedisCache/user-session-cache',
      reason: 'pending',
      source: '6Gi',
      target: '4Gi',
      base: { by: 'agreed', value: '4Gi', commit: { index: 3 } },
      sourceCommit: {
        index: 4,
        subject: 'feat: 6Gi (dev)',
        author: 'author 4',
        time: '2026-11-05T10:00:00Z',
      },
      targetCommit: { index: 1 },
      until: { index: 4 },
    });
    expect(field(fields, 'spec.parameters.size')).toMatchObject({
      reason: 'divergent',
      conflict: false,
      base: { by: 'trailer', commit: { index: 0 }, promotion: { index: 1 } },
    });
  });

  it('names the hotfix behind a value and what is owed for it', () => {
    const { fields, obligations } = ask(STORY, 'staging', 'production');
    expect(field(fields, 'spec.parameters.memory')).toMatchObject({
      reason: 'ahead',
      hotfix: { commit: { index: 3 }, incident: 'INC-42' },
    });
    expect(
      obligations.map(({ environment, text, value, before, incident }) => ({
        environment,
        text,
        value,
        before,
        incident,
      })),
    ).toEqual(
      ['dev', 'staging'].map(environment => ({
        environment,
        text: 'spec.parameters.memory',
        value: '8Gi',
        before: '4Gi',
        incident: 'INC-42',
      })),
    );
  });

  it('names the rule that expects a difference', () => {
    const { fields } = ask(STORY, 'dev', 'staging', {
      retain: ['spec.parameters.*'],
    });
    expect(field(fields, 'spec.parameters.size')).toMatchObject({
      reason: 'override',
      rule: 'spec.parameters.*',
      conflict: false,
    });
  });

  it('owes a rollback too: that a lower environment once had it is no payment', () => {
    const list = commits(
      ['feat', { dev: 'version: "7.0"' }],
      ['feat', { production: 'version: "7.0"' }],
      ['feat', { dev: 'version: "7.2"' }],
      ['promote', { production: 'version: "7.2"' }],
      ['hotfix: back to 7.0', { production: 'version: "7.0"' }],
    );
    const { obligations } = ask(list, 'dev', 'production');
    expect(obligations.map(item => item.environment)).toEqual(['dev']);
  });

  it('tells a hotfix that was taken back from one that was replaced', () => {
    const start = commits(
      ['feat', { dev: 'memory: 4Gi', production: 'memory: 4Gi' }],
      ['hotfix: 8Gi (INC-7)', { production: 'memory: 8Gi' }],
    );
    const next = (message: string, memory: string): HistoryCommit => ({
      ...commits(
        ['', {}],
        ['', {}],
        [message, { production: `memory: ${memory}` }],
      )[2],
    });
    const back = ask(
      [...start, next('chore: promote', '4Gi')],
      'dev',
      'production',
    );
    expect(back.obligations).toEqual([]);
    expect(back.undone).toMatchObject([
      { text: 'spec.parameters.memory', by: { index: 2 }, incident: 'INC-7' },
    ]);
    const third = ask([...start, next('feat', '16Gi')], 'dev', 'production');
    expect([third.obligations, third.undone]).toEqual([[], []]);
    const again = ask(
      [...start, next('Hotfix again', '4Gi')],
      'dev',
      'production',
    );
    expect([again.obligations, again.undone]).toEqual([[], []]);
  });

  it('is owed a whole resource until the environment has one, whatever its values', () => {
    const list = commits(
      ['feat', { dev: 'a: 1' }],
      ['hotfix: cache for production', { production: 'size: large' }],
      ['chore: production', { production: 'size: huge' }],
      ['feat: cache (staging)', { staging: 'size: medium' }],
    ).map((commit, index) => (index === 0 ? { ...commit, files: [] } : commit));
    const { obligations } = ask(list, 'staging', 'production');
    expect(obligations.map(item => [item.environment, item.text])).toEqual([
      ['dev', ''],
    ]);
  });

  it('does not take the beginning of a cut history for a change', () => {
    const list = commits(
      ['hotfix: squashed away', { dev: 'size: small', staging: 'size: small' }],
      ['feat', { dev: 'size: large' }],
    );
    const whole = ask(list);
    const cut = ask(list, 'dev', 'staging', { truncated: true });
    expect(whole.obligations).toEqual([]);
    expect(
      field(whole.fields, 'spec.parameters.size').targetCommit?.index,
    ).toBe(0);
    expect(
      field(cut.fields, 'spec.parameters.size').targetCommit,
    ).toBeUndefined();
    expect(field(cut.fields, 'spec.parameters.size').reason).toBe('pending');
    const only = commits(['feat', { dev: 'size: small' }]);
    expect(ask(only).fields[0].reason).toBe('pending');
    expect(
      ask(only, 'dev', 'staging', { truncated: true }).fields[0].reason,
    ).toBe('divergent');
  });

  it('answers while it grows', () => {
    const history = new History({ order: ORDER });
    expect(history.head).toBeUndefined();
    const question = {
      from: 'dev',
      to: 'staging',
      resource: 'XRedisCache/user-session-cache',
    };
    const pending = STORY.map(commit => {
      history.push(commit);
      return history.ask(question).promotionPending;
    });
    expect(pending).toEqual([true, false, false, false, true]);
    expect(history.head).toMatchObject({ id: id(4), index: 4 });
    expect(history.lastChange('staging', [question.resource])?.index).toBe(1);
    expect(
      history.lastChange('staging', ['XRedisCache/other']),
    ).toBeUndefined();
  });

  it('takes the last file of a directory where two hold a resource', () => {
    const history = new History({ order: ORDER });
    const file = (path: string, size: string) => ({
      path,
      environment: 'dev',
      manifests: parseManifests({ path, text: cache('dev', `size: ${size}`) })
        .manifests,
    });
    const commit = { id: id(0), message: 'feat', files: [file('b.yaml', 'b')] };
    history.push(commit);
    history.push({ ...commit, id: id(1), files: [file('a.yaml', 'a')] });
    const size = () => {
      const answer = history.ask({
        from: 'dev',
        to: 'qa',
        service: 'user-service',
      });
      return JSON.stringify(answer.resources[0].source?.spec);
    };
    expect(size()).toContain('"b"');
    history.push({
      ...commit,
      id: id(2),
      files: [{ path: 'b.yaml', environment: 'dev', manifests: [] }],
    });
    expect(size()).toContain('"a"');
  });

  it('gives a merge its base', () => {
    const [resource] = ask(STORY).resources;
    const text = (environment: string, parameters: string) => ({
      path: `environments/${environment}/cache.yaml`,
      text: cache(environment, parameters),
      document: 0,
    });
    const plan = planPromotion({
      from: 'dev',
      to: 'staging',
      identity: ['metadata.labels.env'],
      resources: [
        {
          key: resource.key,
          base: resource.baseObject,
          source: text('dev', 'size: small, memory: 6Gi'),
          target: text('staging', 'size: medium, memory: 4Gi'),
        },
      ],
    });
    expect(plan.state).toBe('ready');
    expect(plan.takes.map(item => item.text)).toEqual([
      'spec.parameters.memory',
    ]);
    expect(readYaml(plan.files[0].after!)).toMatchObject({
      metadata: { namespace: 'staging', labels: { env: 'staging' } },
      spec: { parameters: { size: 'medium', memory: '6Gi' } },
    });
  });

  it('knows no base where both sides never agreed', () => {
    const list = commits([
      'feat',
      { dev: 'size: small', staging: 'size: big' },
    ]);
    const [resource] = ask(list).resources;
    expect(resource).toMatchObject({ baseBy: 'none', baseObject: undefined });
    expect(resource.fields[0]).toMatchObject({
      conflict: true,
      sourceChanged: false,
      base: { by: 'none' },
    });
  });

  it('answers with nothing for what it has never seen', () => {
    const history = historyOf({ order: ORDER, commits: STORY });
    const answer = history.ask({ from: 'x', to: 'y', service: 'other' });
    expect(answer).toEqual({
      resources: [],
      fields: [],
      promotionPending: false,
      obligations: [],
      undone: [],
      undeployed: {},
    });
  });
});
