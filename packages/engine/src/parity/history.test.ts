import { parseManifests, readYaml } from '../manifests';
import { planPromotion } from '../promotion';
import {
  ORDER,
  STORY,
  ask,
  cache,
  commits,
  field,
  id,
} from './__testUtils__/storyWorld';
import { History, historyOf } from './history';

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
