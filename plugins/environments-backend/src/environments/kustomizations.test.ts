import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { KustomizeRenderer } from '@stagecraft/engine-node';
import { createGitRemote, GitRemote } from '../__testUtils__/gitRemote';
import { GitMirror } from '../repository';
import { GitRepositoryIndex } from './GitRepositoryIndex';

jest.setTimeout(60_000);

/** Stands in for kustomize: "builds" the base and refuses what is broken. */
const PROGRAM = `#!/bin/sh
[ "$1" = version ] && { echo v5; exit; }
echo run >> "$(dirname "$0")/runs"
grep -q broken "$2/kustomization.yaml" && { echo "Error: broken" >&2; exit 1; }
cat "$2/../../../base/map.txt"
`;

const map = (ttl: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, labels: {app.kubernetes.io/part-of: shop}}\ndata: {ttl: ${ttl}}\n`;

const application = (environment: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop-${environment}, namespace: argocd, labels: {env: ${environment}}}
spec:
  project: default
  source: {repoURL: 'https://git.example.org/infra.git', path: environments/${environment}/shop}
  destination: {server: 'https://kubernetes.default.svc', namespace: ${environment}}
`;

const kustomization = (environment: string) =>
  `environments/${environment}/shop/kustomization.yaml`;

describe('kustomizations in a repository', () => {
  let remote: GitRemote;
  let mirror: GitMirror;
  let index: GitRepositoryIndex;
  let runs: () => number;

  beforeEach(async () => {
    remote = createGitRemote();
    const program = join(remote.directory, 'kustomize');
    writeFileSync(program, PROGRAM);
    chmodSync(program, 0o755);
    const log = join(remote.directory, 'runs');
    writeFileSync(log, '');
    runs = () => readLines(log);
    mirror = await GitMirror.open({
      name: 'acme/gitops',
      url: remote.url,
      branch: 'main',
      directory: `${remote.directory}/data`,
      logger: mockServices.logger.mock(),
    });
    index = GitRepositoryIndex.create({
      config: {
        name: 'acme/gitops',
        url: remote.url,
        branch: 'main',
        argoUrls: ['https://git.example.org/infra.git'],
      },
      repository: mirror,
      order: [],
      overrides: [],
      clusters: undefined,
      renderer: new KustomizeRenderer({ commands: { kustomize: program } }),
    });
    remote.commit('feat: shop', {
      'base/kustomization.yaml': 'resources: [map.txt]\n',
      'base/map.txt': map('20m'),
      ...Object.fromEntries(
        ['dev', 'staging'].flatMap(environment => [
          [`argocd/${environment}.yaml`, application(environment)],
          [kustomization(environment), 'resources: [../../../base]\n'],
        ]),
      ),
    });
  });

  afterEach(async () => {
    await mirror.close();
    remote.cleanup();
  });

  async function refresh() {
    await mirror.fetch();
    return index.refresh();
  }

  const values = () =>
    index
      .effective('shop')
      .map(
        ({ environment, manifest }) =>
          `${environment} ${JSON.stringify(manifest.object.data)}`,
      )
      .sort();

  it('are built, once for what they depend on', async () => {
    await refresh();
    expect(values()).toEqual(['dev {"ttl":"20m"}', 'staging {"ttl":"20m"}']);
    expect(runs()).toBe(2);
    remote.commit('docs: elsewhere', { 'README.md': 'x' });
    await refresh();
    expect(runs()).toBe(2);
    remote.commit('feat: longer', { 'base/map.txt': map('45m') });
    await refresh();
    expect(values()).toEqual(['dev {"ttl":"45m"}', 'staging {"ttl":"45m"}']);
    expect(runs()).toBe(4);
  });

  it('keep what they held when one is refused', async () => {
    await refresh();
    remote.commit('oops', { [kustomization('dev')]: 'broken: true\n' });
    const { layout } = await refresh();
    expect(values()).toEqual(['dev {"ttl":"20m"}', 'staging {"ttl":"20m"}']);
    expect(layout.problems).toMatchObject([
      { code: 'render-failed', application: 'shop-dev' },
    ]);
  });
});

function readLines(path: string): number {
  return readFileSync(path, 'utf8').split('\n').length - 1;
}
