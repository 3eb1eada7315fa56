import { STORY, ask, commits, field } from './__testUtils__/storyWorld';
import { HistoryCommit } from './types';

describe('hotfixes', () => {
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
});
