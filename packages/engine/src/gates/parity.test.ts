import { GateFacts } from '.';
import { cache, judge } from './__testUtils__/judge';

describe('parity', () => {
  const rule = {
    id: 'r',
    kind: 'XRedisCache',
    path: 'spec.parameters.n',
    op: '>=' as const,
    env: 'staging',
  };
  const run = (
    production: object,
    staging: object | undefined,
    parity: GateFacts['rules']['parity'],
  ) =>
    judge('parity', {
      after: [cache(production)],
      git: { staging: staging ? [cache(staging)] : [] },
      rules: { parity: { default: 'allow', ...parity } },
    });

  it.each<[string, object, object | undefined, object, string[]]>([
    ['numbers', { n: 2 }, { n: 2 }, rule, ['pass', 'parity.holds']],
    [
      'fewer',
      { n: 1 },
      { n: 2 },
      rule,
      ['fail', 'parity.broken spec.parameters.n'],
    ],
    [
      'absent here',
      {},
      { n: 2 },
      rule,
      ['fail', 'parity.broken spec.parameters.n'],
    ],
    [
      'absent there',
      { n: 2 },
      {},
      rule,
      ['fail', 'parity.error spec.parameters.n'],
    ],
    [
      'words',
      { n: 'a' },
      { n: 'b' },
      rule,
      ['fail', 'parity.error spec.parameters.n'],
    ],
    [
      'versions by their numbers',
      { n: '10.1' },
      { n: '9.6' },
      { ...rule, as: 'version' },
      ['pass', 'parity.holds'],
    ],
    [
      'equal quantities',
      { n: '1Gi' },
      { n: '1024Mi' },
      { ...rule, op: '==', as: 'quantity' },
      ['pass', 'parity.holds'],
    ],
    [
      'an environment that was not read',
      { n: 1 },
      { n: 1 },
      { ...rule, env: 'dev' },
      ['pending', 'parity.unknown (it was not read)'],
    ],
  ])('%s', (_, production, staging, one, expected) => {
    expect(run(production, staging, { rules: [one as never] })).toEqual(
      expected,
    );
  });

  it('a glob declares everything below it', () => {
    const parity = { default: 'deny' as const, differ: ['spec.*.a'] };
    expect(run({ a: { b: 1 }, c: 1 }, { a: { b: 2 }, c: 1 }, parity)).toEqual([
      'pass',
      'parity.holds',
    ]);
    expect(run({ a: 1, c: 1 }, { a: 2, c: 2 }, parity)).toEqual([
      'fail',
      'parity.undeclared spec.parameters.c',
    ]);
  });
});
