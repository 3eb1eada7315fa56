import { evaluateGates } from '.';
import { cache, judge } from './__testUtils__/judge';

describe('destructive', () => {
  const rules = {
    destructive: {
      storage: ['spec.parameters.storage'],
      version: ['spec.parameters.version'],
      backup: ['spec.parameters.backup'],
    },
  };
  const change = (before: object, after: object) => ({
    before: [cache(before)],
    after: [cache(after)],
  });

  it.each<[string, object, string[]]>([
    [
      'more storage',
      change({ storage: '1Gi' }, { storage: '1100Mi' }),
      ['pass', 'destructive.none'],
    ],
    [
      'the same in other units',
      change({ storage: '1Gi' }, { storage: '1024Mi' }),
      ['pass', 'destructive.none'],
    ],
    [
      'storage that is no quantity',
      change({ storage: '1Gi' }, { storage: 'lots' }),
      ['warn', 'destructive.incomparable spec.parameters.storage'],
    ],
    [
      'a later version',
      change({ version: '9.6' }, { version: '10.1' }),
      ['pass', 'destructive.none'],
    ],
    [
      'back to a candidate',
      change({ version: '10.1.0' }, { version: '10.1.0-rc.1' }),
      ['fail', 'destructive.version-downgrade spec.parameters.version'],
    ],
    [
      'backup removed',
      change({ backup: 'enabled' }, {}),
      ['fail', 'destructive.backup-off spec.parameters.backup'],
    ],
    [
      'backup that was off',
      change({ backup: false }, {}),
      ['pass', 'destructive.none'],
    ],
    [
      'a new object',
      { before: [], after: [cache({})] },
      ['pass', 'destructive.none'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(judge('destructive', { ...facts, rules } as never)).toEqual(
      expected,
    );
  });

  it.each([
    ['bob', 'warn'],
    ['alice', 'fail'],
    ['pam', 'fail'],
    ['helper[bot]', 'fail'],
  ])('a confirmation by %s makes it %s', (by, verdict) => {
    const { gates } = evaluateGates({
      to: 'production',
      rules,
      request: { author: 'alice', pushers: ['pam'] },
      before: [cache({})],
      after: [],
      confirmations: [{ resource: 'XRedisCache/cache', path: '', by }],
    });
    expect(gates.destructive?.verdict).toBe(verdict);
  });
});
