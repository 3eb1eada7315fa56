import { mockServices } from '@backstage/backend-test-utils';
import { readEnvironmentsConfig } from './config';

const read = (environments?: object) =>
  readEnvironmentsConfig(
    mockServices.rootConfig({ data: environments && { environments } }),
  );

const repository = { name: 'acme/gitops', url: 'https://example.com/a.git' };

describe('readEnvironmentsConfig', () => {
  it('needs nothing', () => {
    expect(read()).toMatchObject({
      repositories: [],
      order: [],
      clusters: [],
      overrides: [],
      gates: undefined,
      pollSeconds: 30,
      dataDirectory: expect.stringMatching(/stagecraft$/),
    });
  });

  it.each([
    ['https://example.com/a.git', 'https://example.com/a.git'],
    ['ssh://git@example.com/a.git', 'ssh://git@example.com/a.git'],
    ['git@example.com:acme/a.git', 'git@example.com:acme/a.git'],
    ['/srv/a.git', '/srv/a.git'],
    ['a.git', `${process.cwd()}/a.git`],
  ])('takes %s for %s', (url, expected) => {
    expect(read({ repositories: [{ name: 'a', url }] }).repositories).toEqual([
      {
        name: 'a',
        url: expected,
        branch: 'main',
        webUrl: undefined,
        argoUrls: [],
      },
    ]);
  });

  it('reads gates of every environment', () => {
    expect(
      read({
        gates: {
          '*': { exists: {} },
          production: { approval: { required: 2 } },
        },
      }).gates,
    ).toEqual({
      '*': { exists: {} },
      production: { approval: { required: 2 } },
    });
  });

  it.each([
    [{ repositories: [{ name: 'a' }] }, /url/],
    [{ repositories: [repository, repository] }, /acme\/gitops more than once/],
    [{ refresh: { poll: { seconds: 0 } } }, /poll\.seconds/],
    [{ gates: { dev: { exists: true } } }, /gates\.dev\.exists/],
    [{ gates: { dev: 'all' } }, /gates\.dev/],
  ])('refuses %j with the key in the message', (environments, message) => {
    expect(() => read(environments)).toThrow(message);
  });
});
