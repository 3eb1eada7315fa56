import { configMap, layoutOf, summarize } from '../testing/layoutRepository';

const PART_OF = 'labels: {app.kubernetes.io/part-of: user-service}';

describe('the directory convention', () => {
  it('gives every environment the base of a service and its overrides', () => {
    const result = layoutOf({
      'applications/user-service/db.yaml': configMap('db'),
      'applications/readme.yaml': configMap('stray'),
      'environments/dev/infrastructure/cache.yaml': configMap('cache', PART_OF),
      'environments/prod/applications/user-service/db.yaml': configMap('db'),
      'environments/prod/applications/other/x.yaml': configMap('x'),
      'platform-core/xrd.yaml':
        'apiVersion: apiextensions.crossplane.io/v2\nkind: CompositeResourceDefinition\nmetadata: {name: x}\n',
      'shared/policy.yaml': configMap('policy'),
      'elsewhere/y.yaml': configMap('y'),
    });
    expect(summarize(result).resources).toEqual([
      '* apiextensions.crossplane.io/CompositeResourceDefinition//x platform-core/xrd.yaml',
      '* /ConfigMap//policy shared/policy.yaml',
      'dev /ConfigMap/dev/cache environments/dev/infrastructure/cache.yaml',
      'dev /ConfigMap/user-service-dev/db applications/user-service/db.yaml',
      'prod /ConfigMap/other-prod/x environments/prod/applications/other/x.yaml',
      'prod /ConfigMap/user-service-prod/db environments/prod/applications/user-service/db.yaml',
    ]);
    expect(result.environments).toEqual([
      {
        name: 'dev',
        services: ['user-service'],
        namespaces: ['dev', 'user-service-dev'],
        from: 'convention',
      },
      {
        name: 'prod',
        services: ['other', 'user-service'],
        namespaces: ['other-prod', 'user-service-prod'],
        from: 'convention',
      },
    ]);
    expect(result.services).toEqual(['other', 'user-service']);
    const cache = result.resources.find(({ key }) => key.endsWith('cache'));
    expect(cache?.service).toBe('user-service');
    expect(result.resources[0].service).toBeUndefined();
  });

  it('names what it cannot read and goes on', () => {
    const { resources, problems } = summarize(
      layoutOf({
        'applications/a/Chart.yaml': 'name: a\n',
        'applications/a/templates/x.yaml': 'x: {{ .Values.x }}\n',
        'environments/dev/a.jsonnet': '{}',
        'environments/dev/b.yaml': configMap('b', 'annotations: {x: 1}'),
        'environments/dev/c.yaml': 'apiVersion: v1\nkind: A\nmetadata: [\n',
        'environments/dev/d.yaml': configMap('d'),
        'environments/dev/e.yaml': `${configMap('e')}metadata: {name: f}\n`,
      }),
    );
    expect(resources.map(line => line.split(' ')[1])).toEqual([
      '/ConfigMap/dev/d',
      '/ConfigMap/dev/f',
    ]);
    expect([...problems].sort()).toEqual([
      'duplicate-key dev environments/dev/e.yaml',
      'invalid-manifest dev environments/dev/b.yaml',
      'invalid-yaml dev environments/dev/c.yaml',
      'rendered-elsewhere dev applications/a',
      'rendered-elsewhere dev environments/dev/a.jsonnet',
    ]);
  });

  it('has nothing to say of an empty tree', () => {
    expect(layoutOf({})).toEqual({
      environments: [],
      services: [],
      applications: [],
      resources: [],
      problems: [],
    });
  });
});
