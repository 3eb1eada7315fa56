import {
  application,
  configMap,
  layoutOf,
  readWeb as web,
  summarize,
} from '../testing/layoutRepository';

type Files = Record<string, string>;

const A = { 'web/a.yaml': configMap('a') };

describe('a directory source', () => {
  it.each<[string, Files, string, string[], string[]]>([
    [
      'the root',
      { 'a.yaml': configMap('a') },
      'path: .',
      ['a a.yaml'],
      ['not-recursed .'],
    ],
    ['a path to clean', A, 'path: ./web//', ['a web/a.yaml'], []],
    ['no path', A, "path: ''", [], ['invalid-application argocd/app.yaml']],
    [
      'the root with recurse',
      { 'x/a.yaml': configMap('a') },
      'path: ., directory: {recurse: true, exclude: argocd/*}',
      ['a x/a.yaml'],
      [],
    ],
    [
      'an include without recurse',
      { ...A, 'web/b.yml': configMap('b') },
      "path: web, directory: {include: '*.yml'}",
      ['b web/b.yml'],
      [],
    ],
    ['a bad include', A, "path: web, directory: {include: '['}", [], []],
    [
      'a bad exclude',
      A,
      "path: web, directory: {exclude: '['}",
      ['a web/a.yaml'],
      [],
    ],
    [
      'any extension',
      { 'web/a.txt': configMap('a') },
      'path: web, directory: {disableExtensionFilter: true}',
      ['a web/a.txt'],
      [],
    ],
    [
      'a kustomization under an explicit directory',
      { ...A, 'web/kustomization.yaml': 'resources: []\n' },
      'path: web, directory: {recurse: true}',
      ['a web/a.yaml'],
      [],
    ],
    [
      'a kustomization under an empty directory block',
      { ...A, 'web/Kustomization': '' },
      'path: web, directory: {}',
      [],
      ['rendered-elsewhere web'],
    ],
    [
      'an explicit helm block',
      A,
      'path: web, helm: {releaseName: x}',
      [],
      ['rendered-elsewhere web'],
    ],
    [
      'an empty helm block',
      A,
      "path: web, helm: {releaseName: ''}",
      ['a web/a.yaml'],
      [],
    ],
    [
      'a plugin',
      A,
      'path: web, plugin: {name: x}',
      [],
      ['rendered-elsewhere web'],
    ],
    [
      'two tools',
      A,
      'path: web, helm: {releaseName: x}, plugin: {name: x}',
      [],
      ['invalid-application argocd/app.yaml'],
    ],
    [
      'a broken .argocd-source.yaml',
      { ...A, 'web/.argocd-source.yaml': 'a: [\n' },
      'path: web',
      [],
      ['invalid-yaml web/.argocd-source.yaml'],
    ],
    [
      '.argocd-source.yaml that names a tool',
      { ...A, 'web/.argocd-source.yaml': 'kustomize: {namePrefix: x}\n' },
      'path: web',
      [],
      ['rendered-elsewhere web'],
    ],
    [
      '.argocd-source.yaml that switches recurse off',
      {
        ...A,
        'web/s/b.yaml': configMap('b'),
        'web/.argocd-source-web.yaml': 'directory: {recurse: false}\n',
      },
      'path: web, directory: {recurse: true}',
      ['a web/a.yaml'],
      ['not-recursed web'],
    ],
    [
      'a null in .argocd-source.yaml, which takes nothing out',
      {
        ...A,
        'web/s/b.yaml': configMap('b'),
        'web/.argocd-source-web.yaml': 'directory: {recurse: null}\n',
      },
      'path: web, directory: {recurse: true}',
      ['a web/a.yaml', 'b web/s/b.yaml'],
      [],
    ],
    [
      'a file that is no manifest and no YAML',
      { ...A, 'web/b.yaml': 'x: [\n' },
      'path: web',
      ['a web/a.yaml'],
      [],
    ],
    [
      'a broken document after a good one',
      { 'web/b.yaml': `${configMap('b')}---\nx: [\n` },
      'path: web',
      [],
      ['invalid-yaml web/b.yaml'],
    ],
    [
      'a kindless document after a good one',
      { 'web/b.yaml': `${configMap('b')}---\nx: 1\n` },
      'path: web',
      [],
      ['invalid-manifest web/b.yaml'],
    ],
    [
      'a refused object before a broken file',
      {
        'web/a.yaml': configMap('a', 'annotations: {x: 1}'),
        'web/b.yaml': `${configMap('b')}---\nx: [\n`,
      },
      'path: web',
      [],
      ['invalid-yaml web/b.yaml'],
    ],
    [
      'two objects in a .json',
      { 'web/a.json': '{"kind":"A"}{"kind":"A"}' },
      'path: web',
      [],
      ['invalid-manifest web/a.json'],
    ],
    [
      'a name that is no string',
      { 'web/a.yaml': configMap('yes') },
      'path: web',
      [' web/a.yaml'],
      ['unnamed-resource web/a.yaml'],
    ],
    [
      'another repository',
      A,
      'path: web, repoURL: https://other.example.org/x',
      [],
      ['external-source https://other.example.org/x'],
    ],
    [
      'a broken manifest deeper down',
      { ...A, 'web/sub/b.yaml': configMap('b') },
      'path: web',
      ['a web/a.yaml'],
      ['not-recursed web'],
    ],
    [
      'a file as directory',
      A,
      'path: web/a.yaml/x',
      [],
      ['path-not-found web/a.yaml/x'],
    ],
    [
      'more than 10 MB',
      { 'web/a.yaml': `# ${'x'.repeat(11_000_000)}\n` },
      'path: web',
      [],
      ['invalid-manifest web'],
    ],
  ])('%s', (_title, files, source, read, problems) => {
    expect(web(files, source)).toEqual({ read, problems });
  });

  it.each([
    ['git@git.example.org:infra.git', 'HEAD', true],
    ['ssh://git@GIT.example.org/infra', 'refs/heads/main', true],
    ['https://user:pass@git.example.org/infra.git/', '', true],
    ['https://git.example.org/other.git', '', false],
  ])('%s at %p is this tree: %p', (url, revision, known) => {
    const source = `path: web, targetRevision: '${revision}', repoURL: '${url}'`;
    expect(web(A, source).read).toEqual(known ? ['a web/a.yaml'] : []);
  });

  it('reads a generated name by its position and marks hooks', () => {
    const hook = 'annotations: {argocd.argoproj.io/hook: ';
    const { resources } = summarize(
      layoutOf({
        'argocd/app.yaml': application('web', 'path: web'),
        'web/a.yaml': configMap('a'),
        'web/b.yaml':
          'apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: run-}\n',
        'web/c.yaml': configMap('c', `${hook}"PostSync,Skip"}`),
        'web/d.yaml': configMap('d', `${hook}Skip}`),
        'web/e.yaml': configMap(
          'e',
          'annotations: {helm.sh/hook: pre-install}',
        ),
        'web/f.yaml': configMap(
          'f',
          'annotations: {helm.sh/hook: crd-install}',
        ),
      }),
    );
    expect(resources).toEqual([
      'web /ConfigMap/demo/a web/a.yaml',
      'web batch/Job/demo/run-1 web/b.yaml',
      'web /ConfigMap/demo/c web/c.yaml hook',
      'web /ConfigMap/demo/e web/e.yaml hook',
      'web /ConfigMap/demo/f web/f.yaml',
    ]);
  });

  it('takes the scope of kinds from the CRDs and XRDs of the tree', () => {
    const xrd = (version: string, kind: string, more = '') =>
      `apiVersion: apiextensions.crossplane.io/${version}\nkind: CompositeResourceDefinition\nmetadata: {name: ${kind.toLowerCase()}.x.org}\nspec: {group: x.org, names: {kind: ${kind}}${more}}\n`;
    const object = (kind: string) =>
      `---\napiVersion: x.org/v1\nkind: ${kind}\nmetadata: {name: o, namespace: own}\n`;
    const { resources } = layoutOf({
      'argocd/app.yaml': application('web', 'path: web'),
      'defs/crd.yaml':
        'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: g.x.org}\nspec: {group: x.org, scope: Cluster, names: {kind: Global}}\n',
      'defs/xrd.yaml': [
        xrd('v1', 'XOld', ', claimNames: {kind: Claim}'),
        xrd('v2', 'XNew'),
        xrd('v2', 'XWide', ', scope: Cluster'),
      ].join('---\n'),
      'web/all.yaml': ['Global', 'XOld', 'Claim', 'XNew', 'XWide', 'Other']
        .map(object)
        .join(''),
    });
    expect(
      resources.map(({ key, manifest }) => [
        key,
        (manifest.object.metadata as { namespace?: string }).namespace,
      ]),
    ).toEqual([
      ['x.org/Global//o', undefined],
      ['x.org/XOld//o', undefined],
      ['x.org/Claim/own/o', 'own'],
      ['x.org/XNew/own/o', 'own'],
      ['x.org/XWide//o', undefined],
      ['x.org/Other/own/o', 'own'],
    ]);
  });
});
