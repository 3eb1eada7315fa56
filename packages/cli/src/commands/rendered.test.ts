import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { GitRepository } from '../__testUtils__/gitRepository';
import { run } from '../__testUtils__/run';

/** Stands in for kustomize: what it "builds" is the files, one after another. */
const PROGRAM = `#!/bin/sh
[ "$1" = version ] && { echo v5; exit; }
for file in "$2"/*.map; do cat "$file"; echo ---; done
[ -e "$2/broken" ] && { echo "Error: broken at $2/broken" >&2; exit 1; }
exit 0
`;

function configMap(size: string) {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {size: ${size}}\n`;
}

function application(environment: string) {
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Application',
    `metadata: {name: web-${environment}, namespace: argocd}`,
    'spec:',
    '  project: default',
    `  source: {repoURL: 'https://git.example.org/infra.git', path: environments/${environment}/web}`,
    `  destination: {server: 'https://kubernetes.default.svc', namespace: ${environment}}`,
    '  ignoreDifferences:',
    '    - kind: ConfigMap',
    '      jqPathExpressions: [".data | select(has(\\"size\\")) | .size"]',
    '',
  ].join('\n');
}

function files(environment: string, size: string) {
  const folder = `environments/${environment}/web`;
  return {
    [`argocd/${environment}.yaml`]: application(environment),
    [`${folder}/kustomization.yaml`]: 'kind: Kustomization\n',
    [`${folder}/a.map`]: configMap(size),
  };
}

jest.setTimeout(60_000);

describe('a repository that kustomize renders', () => {
  let repository: GitRepository;
  let bare: string;
  const { PATH } = process.env;

  beforeAll(() => {
    repository = new GitRepository();
    repository.commit('feat: web', {
      ...files('dev', 'small'),
      ...files('staging', 'large'),
    });
    bare = repository.bare();
  });
  afterAll(() => repository.remove());

  beforeEach(() => {
    const program = join(repository.folder, '.git', 'kustomize');
    writeFileSync(program, PROGRAM);
    chmodSync(program, 0o755);
    process.env.PATH = `${join(repository.folder, '.git')}${delimiter}${PATH}`;
  });
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it.each(['the working tree', 'the bare repository'])(
    'is built from %s',
    async which => {
      const folder = which.endsWith('tree') ? repository.folder : bare;
      const { code, out, err } = await run(folder, 'effective', '.');
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(out).toBe(
        [
          'dev',
          '  ConfigMap/settings  environments/dev/web/kustomization.yaml (by kustomize)  (namespace dev, application web-dev)',
          'staging',
          '  ConfigMap/settings  environments/staging/web/kustomization.yaml (by kustomize)  (namespace staging, application web-staging)',
          '',
        ].join('\n'),
      );
    },
  );

  it('is compared as what is built', async () => {
    const { out } = await run(bare, 'diff', '.', 'dev', 'staging');
    expect(out).toBe('ConfigMap/settings\n  ~ data.size: "small" -> "large"\n');
  });

  it('is not promoted: no file holds the text', async () => {
    const { out } = await run(bare, 'plan', '.', 'dev', 'staging');
    expect(out).toContain('dev -> staging: refused\n');
    expect(out).toContain(
      'ConfigMap/settings refused: kustomize makes it from environments/dev/web/kustomization.yaml; change what that file names.',
    );
  });

  it('is compared with the cluster by the jq of its Application', async () => {
    const live = join(repository.folder, '.git', 'live.json');
    const object = (size: string, other: object = {}) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'dev' },
      data: { size, ...other },
    });
    const drift = async (item: object) => {
      writeFileSync(live, JSON.stringify({ kind: 'List', items: [item] }));
      return run(bare, 'drift', '.', '--env', 'dev', '--live', live);
    };
    expect(await drift(object('huge'))).toMatchObject({
      out: 'ConfigMap/settings inSync\n',
      err: '',
    });
  });

  it('says what the program says where it refuses', async () => {
    repository.write({ 'environments/dev/web/broken': '' });
    const { out, err } = await run(repository.folder, 'effective', '.');
    expect(out).toContain('dev\nstaging\n');
    expect(err).toContain(
      'error: render-failed: environments/dev/web cannot be built, so nothing of it is applied: broken at environments/dev/web/broken',
    );
  });

  it('says that there is no program', async () => {
    const folder = join(repository.folder, '.git', 'only-git');
    const git = execFileSync('/bin/sh', ['-c', 'command -v git'], {
      encoding: 'utf8',
    });
    mkdirSync(folder);
    symlinkSync(git.trim(), join(folder, 'git'));
    process.env.PATH = folder;
    const { err } = await run(bare, 'effective', '.');
    expect(err).toContain(
      'warning: rendered-elsewhere: environments/dev/web is rendered by kustomize; its objects are not known here. Neither kustomize nor kubectl can be run here.',
    );
  });
});
