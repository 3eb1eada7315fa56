import { createTree, layout, Layout, LayoutOptions } from '../layout';

const URL = 'https://git.example.org/infra.git';

/** A ConfigMap with a name, and more metadata in flow style if given. */
export function configMap(name: string, metadata = ''): string {
  const more = metadata ? `, ${metadata}` : '';
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}${more}}\n`;
}

/** An Application of this repository; `source` is flow YAML after the URL. */
export function application(
  name: string,
  source: string,
  metadata = '',
): string {
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Application',
    `metadata: {name: ${name}, namespace: argocd${metadata}}`,
    'spec:',
    '  project: default',
    `  source: {repoURL: ${URL}, ${source}}`,
    '  destination: {server: https://kubernetes.default.svc, namespace: demo}',
    '',
  ].join('\n');
}

/** An ApplicationSet; generators and the lines after them as YAML. */
export function applicationSet(
  generators: string,
  name: string,
  options: { spec?: string; path?: string; namespace?: string } = {},
): string {
  const { spec = '', path = 'web', namespace = 'demo' } = options;
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: ApplicationSet',
    'metadata: {name: set, namespace: argocd}',
    'spec:',
    `  generators: ${generators}`,
    spec,
    '  template:',
    `    metadata: {name: '${name}'}`,
    '    spec:',
    '      project: default',
    `      source: {repoURL: ${URL}, path: '${path}'}`,
    `      destination: {server: https://kubernetes.default.svc, namespace: '${namespace}'}`,
    '',
  ].join('\n');
}

export interface Summary {
  readonly applications: readonly string[];
  readonly resources: readonly string[];
  readonly problems: readonly string[];
}

/** The layout of files, in lines that are easy to compare. */
export function layoutOf(
  files: Readonly<Record<string, string>>,
  options: LayoutOptions & { symlinks?: Record<string, string> } = {},
): Layout {
  const { symlinks = {}, ...rest } = options;
  const tree = createTree(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { symlinks: new Map(Object.entries(symlinks)) },
  );
  return layout(tree, { repositoryUrls: [URL], ...rest });
}

/** What a test usually looks at: `owner key file` and `code owner path|key`. */
export function summarize(result: Layout): Summary {
  return {
    applications: result.applications.map(
      ({ name, sources, environment }) =>
        `${name} [${sources.join(', ')}]${
          environment ? ` ${environment}` : ''
        }`,
    ),
    resources: result.resources.map(
      ({ application: app, environment, key, manifest, hook }) =>
        `${app ?? environment} ${key} ${manifest.origin.file}${
          hook ? ' hook' : ''
        }`,
    ),
    problems: result.problems.map(problem => {
      const owner = problem.application ?? problem.environment ?? '';
      const what =
        problem.code === 'repeated-resource' ||
        problem.code === 'shared-resource'
          ? problem.key
          : problem.path;
      return `${problem.code} ${owner} ${what}`;
    }),
  };
}

/** One Application named web over the directory web. */
export function readWeb(
  files: Readonly<Record<string, string>>,
  source = 'path: web',
  symlinks: Record<string, string> = {},
) {
  const { resources, problems } = summarize(
    layoutOf(
      { 'argocd/app.yaml': application('web', source), ...files },
      { symlinks },
    ),
  );
  return {
    read: resources.map(line => line.replace(/^web \/ConfigMap\/demo\//, '')),
    problems: problems.map(line => line.replace(' web ', ' ')),
  };
}
