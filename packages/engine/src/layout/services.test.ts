import { lostFields } from './lostFields';
import { serviceResources } from './services';
import { application, configMap, layoutOf } from '../testing/layoutRepository';
import { parseManifests } from '../manifests';

describe('services and environments of resources', () => {
  const result = layoutOf({
    'argocd/dev.yaml': application(
      'infra-dev',
      'path: environments/dev, directory: {recurse: true}',
    ),
    'argocd/team.yaml': application(
      'team',
      'path: team',
      ', labels: {app: billing, env: dev}',
    ),
    'argocd/core.yaml': application('core', 'path: platform-core'),
    'applications/user-service/.gitkeep': '',
    'environments/dev/infrastructure/a.yaml': configMap(
      'a',
      'labels: {app.kubernetes.io/part-of: user-service}',
    ),
    'environments/dev/infrastructure/b.yaml': configMap(
      'b',
      'labels: {app.kubernetes.io/name: user-service}',
    ),
    'environments/dev/infrastructure/c.yaml': configMap(
      'c',
      'labels: {app.kubernetes.io/name: redis}',
    ),
    'environments/dev/applications/pay/d.yaml': configMap('d'),
    'environments/dev/applications/e.yaml': configMap('e'),
    'team/f.yaml': configMap('f'),
    'platform-core/g.yaml': configMap('g'),
    'platform-core/h.yaml': configMap(
      'h',
      'labels: {app.kubernetes.io/part-of: user-service}',
    ),
  });

  it.each([
    ['a', 'dev', 'user-service'],
    ['b', 'dev', 'user-service'],
    ['c', 'dev', undefined],
    ['d', 'dev', 'pay'],
    ['e', 'dev', undefined],
    ['f', 'dev', 'billing'],
    ['g', '*', undefined],
    ['h', undefined, 'user-service'],
  ])('%s is in %s of %s', (name, environment, service) => {
    const found = result.resources.find(r => r.manifest.name === name);
    expect([found?.environment, found?.service]).toEqual([
      environment,
      service,
    ]);
  });

  it('lists them by environment', () => {
    expect(result.environments).toEqual([
      {
        name: 'dev',
        services: ['billing', 'pay', 'user-service'],
        namespaces: ['demo'],
        from: 'argo',
      },
    ]);
    expect(
      serviceResources(result, 'dev', 'user-service').map(
        ({ manifest, application: owner, cluster }) => [
          manifest.name,
          owner,
          cluster,
          manifest.origin.line,
        ],
      ),
    ).toEqual([
      ['a', 'infra-dev', 'https://kubernetes.default.svc', 1],
      ['b', 'infra-dev', 'https://kubernetes.default.svc', 1],
    ]);
  });
});

describe('lostFields', () => {
  it('names what a shadowed manifest gives and the one in force does not', () => {
    const read = (text: string) =>
      parseManifests({ path: 'a.yaml', text }).manifests[0];
    const winner = read(
      'kind: A\nspec: {parameters: {size: large}, list: [1]}',
    );
    const shadowed = read(
      'kind: A\nspec: {parameters: {size: small, "a/b": 1}, list: [2, 3], crossplane: {x: 1}}',
    );
    expect(lostFields(winner, shadowed)).toEqual([
      'spec.parameters["a/b"]',
      'spec.crossplane',
    ]);
    expect(lostFields(winner, winner)).toEqual([]);
  });
});
