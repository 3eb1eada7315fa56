import { checkGitVersion } from './requireGit';

describe('checkGitVersion', () => {
  it.each([
    ['git version 2.39.5'],
    ['git version 2.38.0 (Apple Git-140)'],
    ['git version 3.0.0'],
  ])('takes %s', text => {
    expect(() => checkGitVersion(text)).not.toThrow();
  });

  it.each([['git version 2.30.2'], ['git version 1.99'], ['nonsense']])(
    'refuses %s',
    text => {
      expect(() => checkGitVersion(text)).toThrow(
        `Git 2.38 or newer is needed; this machine has ${text}`,
      );
    },
  );
});
