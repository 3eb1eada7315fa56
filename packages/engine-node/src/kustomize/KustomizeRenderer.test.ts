import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  createTree,
  JsonObject,
  parseManifests,
  Rendering,
} from '@stagecraft/engine';
import { copyFiles } from './copyFiles';
import { KustomizeRenderer } from './KustomizeRenderer';

/** The kubectl that comes with the API server of the contract tests. */
const KUBECTL =
  process.env.KUBEBUILDER_ASSETS &&
  join(process.env.KUBEBUILDER_ASSETS, 'kubectl');
const none = '/no/such/program';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stagecraft-renderer-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function source(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const tree = createTree(
    Object.entries(files).map(([path, text]) => ({ path, text, blob: text })),
  );
  return { tree, checkout: copyFiles(folder) };
}

async function render(
  renderer: KustomizeRenderer,
  files: Record<string, string>,
  options: JsonObject = {},
) {
  const from = await source(files);
  const request = { tool: 'kustomize', path: 'web', options } as const;
  return renderer.render(from, request);
}

function objects(rendering: Rendering) {
  if (rendering.state !== 'rendered') throw new Error(rendering.reason);
  return parseManifests({ path: 'x', text: rendering.text }).manifests;
}

/** A program of our own in place of kustomize, which knows its version. */
async function program(build: string): Promise<KustomizeRenderer> {
  const path = join(folder, 'kustomize.sh');
  await writeFile(
    path,
    `#!/bin/sh\n[ "$1" = version ] && { echo v1; exit; }\n${build}\n`,
  );
  await chmod(path, 0o755);
  return new KustomizeRenderer({
    commands: { kustomize: path },
    timeoutMs: 2_000,
  });
}

const WEB = { 'web/kustomization.yaml': 'resources: [a.yaml]\n' };

describe('a renderer', () => {
  it('says that it has no program', async () => {
    const renderer = new KustomizeRenderer({
      commands: { kustomize: none, kubectl: none },
    });
    expect(await render(renderer, WEB)).toEqual({
      state: 'unavailable',
      reason: 'Neither kustomize nor kubectl can be run here.',
    });
  });

  it('gives the program nothing of ours, and leaves nothing behind', async () => {
    process.env.STAGECRAFT_TEST_TOKEN = 'hidden';
    const renderer = await program('env; ls "$2"; pwd; echo "$2"');
    const result = await render(renderer, { ...WEB, 'web/a.yaml': '' });
    delete process.env.STAGECRAFT_TEST_TOKEN;
    const text = result.state === 'rendered' ? result.text : '';
    expect(text).toContain('a.yaml\nkustomization.yaml\n');
    expect(text).not.toContain('hidden');
    const home = text.trim().split('\n').at(-2)!;
    expect(existsSync(home)).toBe(false);
  });

  it('passes on why the program refuses, without its own folder', async () => {
    const renderer = await program(
      'echo "Error: in $2/kustomization.yaml: no" >&2; exit 1',
    );
    expect(await render(renderer, WEB)).toEqual({
      state: 'failed',
      reason: 'in web/kustomization.yaml: no',
    });
  });

  it('ends a program that does not', async () => {
    const renderer = await program('exec sleep 60');
    const result = await render(renderer, WEB);
    expect(result).toMatchObject({
      state: 'unavailable',
      reason: expect.stringMatching(/gave no answer within 2 s\.$/),
    });
    expect(
      (await readdir(tmpdir())).filter(name =>
        name.startsWith('stagecraft-kustomize-'),
      ),
    ).toEqual([]);
  });

  it('builds again only what has changed', async () => {
    const renderer = await program(`echo x >> ${folder}/runs; cat "$2/a.yaml"`);
    const run = (text: string) =>
      render(renderer, { ...WEB, 'web/a.yaml': text, 'other/b.yaml': text });
    await run('a: 1');
    expect(await run('a: 1')).toMatchObject({
      state: 'rendered',
      text: 'a: 1',
    });
    expect(await run('a: 2')).toMatchObject({
      state: 'rendered',
      text: 'a: 2',
    });
    await render(renderer, { ...WEB, 'web/a.yaml': 'a: 2', 'c.yaml': '' });
    const { size } = await stat(join(folder, 'runs'));
    expect(size).toBe(4);
  });

  it('tells what the repository has wrong from what it lacks', async () => {
    const renderer = await program('true');
    const files = (text: string) => ({ 'web/kustomization.yaml': text });
    expect(await render(renderer, files('a: ['))).toMatchObject({
      state: 'failed',
    });
    expect(
      await render(renderer, files('resources: [https://example.org/a]')),
    ).toMatchObject({ state: 'unavailable' });
  });
});

const isHere = KUBECTL !== undefined && existsSync(KUBECTL);
const whereKubectlIs = isHere ? describe : undefined;

it(`builds for real where KUBEBUILDER_ASSETS names a folder with kubectl (${
  isHere ? 'here' : 'not here: 5 tests are left out'
})`, () => {
  expect(whereKubectlIs === undefined).toBe(!isHere);
});

whereKubectlIs?.('with the kustomize of kubectl', () => {
  const renderer = new KustomizeRenderer({
    commands: { kustomize: none, kubectl: KUBECTL! },
  });
  const base = {
    'base/kustomization.yaml':
      'resources: [deployment.yaml]\nconfigMapGenerator: [{name: settings, files: [a.txt]}]\n',
    'base/a.txt': 'one\n',
    'base/deployment.yaml': [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata: {name: web}',
      'spec:',
      '  replicas: 1',
      '  selector: {matchLabels: {app: web}}',
      '  template:',
      '    metadata: {labels: {app: web}}',
      '    spec: {containers: [{name: web, image: "web:1"}]}',
      '',
    ].join('\n'),
    'web/kustomization.yaml':
      'resources: [../base]\npatches: [{path: more.yaml}]\n',
    'web/more.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n',
  };

  it('builds an overlay on its base', async () => {
    const made = objects(await render(renderer, base));
    expect(made.map(({ kind, name }) => `${kind}/${name}`)).toEqual([
      expect.stringMatching(/^ConfigMap\/settings-\w+$/),
      'Deployment/web',
    ]);
    expect(made[1].object).toMatchObject({ spec: { replicas: 3 } });
  });

  it('applies the options of the Application', async () => {
    const made = objects(
      await render(renderer, base, {
        namePrefix: 'a-',
        namespace: 'n',
        images: ['web=registry.example.org:5000/web:2'],
        replicas: [{ name: 'web', count: 5 }],
        commonLabels: { team: 'x' },
        labelWithoutSelector: true,
        commonAnnotations: { note: 'y' },
        patches: [
          {
            target: { kind: 'Deployment' },
            patch: '- {op: add, path: /spec/paused, value: true}',
          },
        ],
      }),
    );
    expect(made[1].object).toMatchObject({
      metadata: {
        name: 'a-web',
        namespace: 'n',
        labels: { team: 'x' },
        annotations: { note: 'y' },
      },
      spec: {
        paused: true,
        replicas: 5,
        selector: { matchLabels: { app: 'web' } },
        template: {
          spec: { containers: [{ image: 'registry.example.org:5000/web:2' }] },
        },
      },
    });
  });

  it.each([
    ['a file that is missing', 'resources: [none.yaml]', /none\.yaml/],
    ['a file outside', 'resources: [../base/deployment.yaml]', /base/],
    ['Helm', 'helmCharts: [{name: a, repo: b}]', /helm/i],
  ])('passes on the words about %s', async (_, text, words) => {
    const result = await render(renderer, {
      ...base,
      'web/kustomization.yaml': text,
    });
    expect(result).toEqual({
      state: 'failed',
      reason: expect.stringMatching(words),
    });
    expect(JSON.stringify(result)).not.toContain(tmpdir());
  });
});
