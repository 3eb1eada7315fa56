import fc from 'fast-check';
import { GateFacts, evaluateGates } from '.';
import { NOW, cache } from './__testUtils__/judge';

describe('override', () => {
  const asked = {
    by: 'alice',
    reason: 'down',
    incident: 'INC-1',
    permitted: true,
    expires: '2026-03-10T13:00:00Z',
  };
  const judged = (override: object, rules: GateFacts['rules'] = {}) =>
    evaluateGates({
      now: NOW,
      from: 'staging',
      to: 'production',
      rules: {
        health: {},
        override: { mayRelax: ['health'] },
        ...rules,
      },
      health: { unknown: 'down' },
      override: { ...asked, ...override },
    });

  it('relaxes what it may', () => {
    const { gates, decision } = judged({});
    expect(gates.health).toMatchObject({
      verdict: 'warn',
      evidence: [{ code: 'health.unknown', relaxed: true }],
    });
    expect(decision).toBe('allow');
  });

  it.each([
    [{ reason: ' ' }, 'reason'],
    [{ incident: undefined }, 'incident'],
    [{ permitted: undefined }, 'permission'],
    [{ expires: NOW }, 'expired'],
    [{ expires: undefined }, 'expired'],
  ])('is refused with %j', (override, why) => {
    const { gates, decision } = judged(override);
    expect(gates.override?.evidence).toMatchObject([{ why }]);
    expect(gates.health?.verdict).toBe('pending');
    expect(decision).toBe('block');
  });

  it('is nothing where nobody configured one', () => {
    const { gates } = judged({}, { override: undefined });
    expect(gates.override).toBeUndefined();
    expect(gates.health?.verdict).toBe('pending');
  });
});

describe('evaluateGates', () => {
  const fact = fc.constantFrom({ unknown: 'why' }, undefined);
  const rules = {
    exists: {},
    health: { maxAge: '5m' },
    soak: { for: '1h' },
    parity: { default: 'deny' as const },
  };

  it('never passes what is unknown', () => {
    fc.assert(
      fc.property(fact, fact, (health, soak) => {
        const { gates, decision } = evaluateGates({
          now: NOW,
          from: 'staging',
          to: 'production',
          rules: {
            ...rules,
            approval: { required: 1 },
            hotfix: {},
          },
          after: [cache({ a: 1 })],
          health,
          soak,
          reviews: { unknown: 'why' },
          obligations: { unknown: 'why' },
        });
        expect(Object.values(gates).map(item => item.verdict)).toEqual(
          Object.keys(gates).map(() => 'pending'),
        );
        expect(decision).toBe('wait');
      }),
    );
  });

  it('judges anything without throwing', () => {
    const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<never>;
    const objects = fc.array(
      fc.dictionary(fc.string(), anything),
    ) as fc.Arbitrary<never>;
    fc.assert(
      fc.property(objects, objects, objects, (before, after, staging) => {
        const { decision } = evaluateGates({
          now: NOW,
          from: 'staging',
          to: 'production',
          rules: {
            ...rules,
            schema: {},
            destructive: { storage: ['**'], version: ['**'], backup: ['**'] },
          },
          before,
          after,
          git: { staging },
        });
        expect(['allow', 'wait', 'block']).toContain(decision);
      }),
    );
  });

  it('has no verdict for a gate that is off', () => {
    expect(evaluateGates({ to: 'dev', rules: {} })).toEqual({
      gates: {},
      decision: 'allow',
    });
  });
});
