import { summaryOf } from './summary';

const deployment = (image: string, replicas?: number) => ({
  kind: 'Deployment',
  object: {
    spec: {
      ...(replicas !== undefined && { replicas }),
      template: { spec: { containers: [{ name: 'main', image }] } },
    },
  },
});

const live = (spec: object, status: object) => ({
  state: 'read' as const,
  object: { spec: { ...spec }, status: { ...status } },
});

describe('summaryOf', () => {
  it.each([
    [
      deployment('registry.example.com:5000/acme/shop:2.14.0', 2),
      live({ replicas: 2 }, { readyReplicas: 2 }),
      '2.14.0, 2/2 ready',
    ],
    [
      deployment('acme/shop:2.14.0', 2),
      live({ replicas: 5 }, {}),
      '2.14.0, 0/5 ready',
    ],
    [deployment('acme/shop:1.0'), { state: 'missing' as const }, '1.0'],
    [
      deployment('acme/shop@sha256:0123456789abcdef'),
      { state: 'unreadable' as const, reason: 'no' },
      '0123456789ab',
    ],
    [
      { ...deployment('a:1'), kind: 'DaemonSet' },
      live({}, { desiredNumberScheduled: 3, numberReady: 1 }),
      '1, 1/3 ready',
    ],
    [
      { kind: 'ConfigMap', object: { data: { a: '', b: '' } } },
      { state: 'missing' as const },
      '2 keys',
    ],
    [
      {
        kind: 'Secret',
        object: { data: { a: '' }, stringData: { a: '' } },
      },
      { state: 'missing' as const },
      '1 key, hidden',
    ],
    [{ kind: 'XCache', object: {} }, { state: 'missing' as const }, undefined],
  ])('%#: %s', (manifest, read, expected) => {
    expect(summaryOf(manifest, read)).toBe(expected);
  });
});
