import fc from 'fast-check';
import { JsonObject } from '../fields';
import { HealthStatus, assessHealth, worstHealth } from '.';
import { STATES, XR, condition, withConditions } from './__fixtures__/states';

const ALL: readonly HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Unknown',
  'Degraded',
];

describe('assessHealth', () => {
  it.each(STATES)('%s', (_, item, status, words) => {
    const found = assessHealth(item);
    expect(found.status).toBe(status);
    expect(found.message).toContain(words);
  });

  it.each([
    [{}, 'Unknown', 'not been read'],
    [{ read: 'notFound' }, 'Missing', 'not in the cluster'],
    [{ read: 'forbidden' }, 'Unknown', 'forbidden'],
    [{ read: 'timeout' }, 'Unknown', 'timeout'],
  ])('without an object and with %j', (context, status, words) => {
    const found = assessHealth(undefined, context);
    expect(found.status).toBe(status);
    expect(found.message).toContain(words);
  });

  it('names the reason and the time of the condition that decides', () => {
    const found = assessHealth(
      withConditions(
        ...XR,
        condition('Synced', 'True'),
        condition('Ready', 'False', {
          reason: 'Creating',
          lastTransitionTime: '2026-03-01T10:00:00Z',
        }),
      ),
    );
    expect(found).toMatchObject({
      reason: 'Creating',
      since: '2026-03-01T10:00:00Z',
    });
  });

  it('has a verdict in words for anything', () => {
    const kinds = [
      'apps/v1 Deployment',
      'v1 Pod',
      'batch/v1 CronJob',
      'argoproj.io/v1alpha1 Rollout',
      'argoproj.io/v1alpha1 Application',
      'pkg.crossplane.io/v1 Provider',
      'autoscaling/v1 HorizontalPodAutoscaler',
      'x.example.com/v1 Thing',
    ];
    const anything = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.record({ metadata: anything, spec: anything, status: anything }),
        (kind, rest) => {
          const [apiVersion, name] = kind.split(' ');
          const found = assessHealth({
            apiVersion,
            kind: name,
            ...rest,
          } as JsonObject);
          expect(ALL).toContain(found.status);
          expect(found.message).not.toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('worstHealth', () => {
  const statuses = fc.array(fc.constantFrom(...ALL), { minLength: 1 });

  it('is the same in any order', () => {
    fc.assert(
      fc.property(statuses, list => {
        expect(worstHealth([...list].reverse())).toBe(worstHealth(list));
      }),
    );
  });

  it('is healthy only if all are', () => {
    fc.assert(
      fc.property(statuses, list => {
        const all = list.every(item => item === 'Healthy');
        expect(worstHealth(list) === 'Healthy').toBe(all);
      }),
    );
  });

  it('of nothing is unknown', () => {
    expect(worstHealth([])).toBe('Unknown');
  });
});
