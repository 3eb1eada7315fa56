import {
  application,
  configMap,
  layoutOf,
  summarize,
} from '../testing/layoutRepository';

describe('layout', () => {
  it('names a broken file that seems to define an Application', () => {
    const broken =
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: x\n';
    const result = layoutOf({
      'argocd/a.yaml': application('web', 'path: web'),
      'argocd/b.yaml': broken,
      'docs/c.yaml': 'kind: Other\nmetadata: [\napiVersion: v1\n',
      'web/a.yaml': configMap('a'),
    });
    expect(result.problems).toEqual([
      expect.objectContaining({
        code: 'invalid-yaml',
        severity: 'error',
        path: 'argocd/b.yaml',
        line: expect.any(Number),
      }),
    ]);
  });

  it('says what a manifest without effect would have given', () => {
    const { problems } = layoutOf({
      'argocd/a.yaml': application('web', 'path: web'),
      'web/a.yaml': `${configMap('a')}data: {x: "1", w: "2"}\n`,
      'web/b.yaml': `${configMap('a')}data: {x: "3"}\n`,
    });
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'repeated-resource',
        severity: 'warning',
        key: '/ConfigMap/demo/a',
        path: 'web/b.yaml',
        lost: ['data.w'],
      }),
    ]);
  });

  it.each<[string, string, string[]]>([
    [
      'no destination',
      'project: default, source: {repoURL: u, path: p}',
      ['invalid-application web'],
    ],
    [
      'server and name',
      'project: default, source: {repoURL: u, path: p}, destination: {server: s, name: w}',
      ['invalid-application web'],
    ],
    [
      'no project',
      'source: {repoURL: u, path: p}, destination: {server: s}',
      ['invalid-application web'],
    ],
    [
      'a chart without a revision',
      'project: default, source: {repoURL: u, chart: c}, destination: {server: s}',
      ['invalid-application web'],
    ],
    [
      'a ref alone',
      'project: default, source: {repoURL: u, ref: r}, destination: {server: s}',
      ['invalid-application web'],
    ],
    [
      'a ref among sources',
      'project: default, sources: [{repoURL: u, ref: r}], destination: {server: s}',
      [],
    ],
    [
      'a path that is a number',
      'project: default, source: {repoURL: u, path: 1}, destination: {server: s}',
      ['invalid-application web'],
    ],
    [
      'a hydrator',
      'project: default, sourceHydrator: {drySource: {}}, destination: {server: s}',
      ['rendered-elsewhere web'],
    ],
    [
      'unknown fields',
      'project: default, sources: [{repoURL: u, ref: r, typo: 1}, {repoURL: u, ref: s, typo: 1}], destination: {server: s, cluster: x}',
      ['invalid-application-field web', 'invalid-application-field web'],
    ],
  ])('an Application with %s', (_title, spec, problems) => {
    const text = `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec: {${spec}}\n`;
    const result = layoutOf({ 'app.yaml': text });
    expect(result.applications.map(({ name }) => name)).toEqual(['web']);
    expect(
      summarize(result).problems.map(line => line.replace(/ [^ ]*$/, '')),
    ).toEqual(problems);
  });

  it('reports skipped reconciliation and keeps the resources', () => {
    const skip = ', annotations: {argocd.argoproj.io/skip-reconcile: "true"}';
    const { resources, problems } = summarize(
      layoutOf({
        'app.yaml': application('web', 'path: web', skip),
        'web/a.yaml': configMap('a'),
      }),
    );
    expect(resources).toEqual(['web /ConfigMap/demo/a web/a.yaml']);
    expect(problems).toEqual(['reconcile-skipped web app.yaml']);
  });
});
