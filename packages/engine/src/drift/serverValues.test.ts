import { JsonObject } from '../fields';
import { drift, entry, summary } from './testObjects';

describe('what the server makes of a value', () => {
  const object = (kind: string, rest: JsonObject, apiVersion = 'v1') => ({
    apiVersion,
    kind,
    metadata: { name: 'a', namespace: 'n' },
    ...rest,
  });
  const service = (port: JsonObject, spec: JsonObject = {}) =>
    object('Service', { spec: { ports: [port], ...spec } });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'wrapped base64',
      object('ConfigMap', { binaryData: { a: 'AAEC\nAwQF\n' } }),
      object('ConfigMap', { binaryData: { a: 'AAECAwQF' } }),
    ],
    [
      'a zero that means unset',
      service({ port: 80, nodePort: 0, targetPort: 0 }, { clusterIP: '' }),
      service(
        { port: 80, nodePort: 30123, targetPort: 80, protocol: 'TCP' },
        { clusterIP: '10.0.0.9' },
      ),
    ],
    [
      'an empty list that means the default',
      object(
        'HorizontalPodAutoscaler',
        { spec: { metrics: [] } },
        'autoscaling/v2',
      ),
      object(
        'HorizontalPodAutoscaler',
        {
          spec: {
            metrics: [
              {
                type: 'Resource',
                resource: {
                  name: 'cpu',
                  target: { type: 'Utilization', averageUtilization: 80 },
                },
              },
            ],
          },
        },
        'autoscaling/v2',
      ),
    ],
    [
      'a namespace on an object that has none',
      object('ClusterRole', {}, 'rbac.authorization.k8s.io/v1'),
      {
        ...object('ClusterRole', {}, 'rbac.authorization.k8s.io/v1'),
        metadata: { name: 'a' },
      },
    ],
  ])('%s', (_, git, live) => {
    expect(drift(git, live).items).toEqual([]);
  });

  it('tells an empty selector, which selects all, from none', () => {
    const policy = (peer: JsonObject, ...managedFields: JsonObject[]) => ({
      ...object('NetworkPolicy', {}, 'networking.k8s.io/v1'),
      metadata: { name: 'a', namespace: 'n', managedFields },
      spec: { podSelector: {}, ingress: [{ from: [peer] }] },
    });
    const pods = { podSelector: { matchLabels: { a: 'b' } } };
    const live = policy(
      { ...pods, namespaceSelector: {} },
      entry('kubectl-edit', { 'f:spec': { 'f:ingress': {} } }),
    );
    expect(summary(drift(policy(pods), live))).toEqual([
      'changed spec.ingress manual kubectl-edit',
    ]);
  });
});
