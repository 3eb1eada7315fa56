import {
  createTree,
  layout,
  Layout,
  ParsedFile,
  parseManifests,
  SourceFile,
} from '@stagecraft/engine';
import { RepositoryFile, SandboxRepository } from '../repository';
import { plainObject } from '../plain';
import { comparisonError } from './comparisonError';
import { Desired, Target } from './types';

export interface DesiredStateOptions {
  readonly repository: SandboxRepository;
  /** URLs by which the Applications name the repository. */
  readonly repositoryUrls: readonly string[];
  readonly clusters: ReadonlyArray<{ name: string; server: string }>;
}

/** Everything the repository wants at one commit. */
export interface DesiredState {
  readonly commit: string;
  readonly layout: Layout;
  /** Objects of Argo CD that stand in the repository. */
  readonly applicationSets: readonly Target[];
  /** The same answer for the same application, every time. */
  desired(application: string): Desired;
}

function targetsOf(found: Layout, application: string): Target[] {
  return found.resources
    .filter(resource => resource.application === application && !resource.hook)
    .map(({ manifest }) => ({
      group: manifest.group,
      version: manifest.version,
      kind: manifest.kind,
      namespace: manifest.namespace,
      name: manifest.name,
      object: plainObject(manifest.object),
    }));
}

function desiredOf(found: Layout, name: string): Desired {
  const application = found.applications.find(one => one.name === name);
  if (!application) {
    return { state: 'failed', message: `${name} is not in the repository` };
  }
  return application.blocked
    ? { state: 'failed', message: comparisonError(found, application) }
    : { state: 'read', targets: targetsOf(found, name) };
}

/** Reads the repository commit by commit; every blob is parsed once. */
export class DesiredStateReader {
  readonly #options: DesiredStateOptions;
  readonly #parsed = new Map<string, ParsedFile>();
  #current: DesiredState | undefined;

  constructor(options: DesiredStateOptions) {
    this.#options = options;
  }

  async read(): Promise<DesiredState | undefined> {
    const { repository, repositoryUrls, clusters } = this.#options;
    const commit = await repository.head();
    if (!commit) return undefined;
    if (this.#current?.commit === commit) return this.#current;
    const files = await repository.files(commit);
    const tree = createTree(files.map(asSource), {
      parse: file => this.#parse(file),
    });
    const found = layout(tree, {
      branch: 'main',
      repositoryUrls: [...repositoryUrls],
      clusters: [...clusters],
    });
    const sets = tree.paths
      .flatMap(path => tree.parse(path)?.manifests ?? [])
      .filter(
        one => one.group === 'argoproj.io' && one.kind === 'ApplicationSet',
      )
      .map(one => ({
        group: one.group,
        version: one.version,
        kind: one.kind,
        namespace: one.namespace ?? 'argocd',
        name: one.name,
        object: plainObject(one.object),
      }));
    const desired = new Map<string, Desired>();
    this.#current = {
      commit,
      layout: found,
      applicationSets: sets,
      desired: name => {
        const known = desired.get(name) ?? desiredOf(found, name);
        desired.set(name, known);
        return known;
      },
    };
    return this.#current;
  }

  #parse(file: SourceFile): ParsedFile {
    // The same text in two places is two files with other origins.
    const key = `${file.blob}:${file.path}`;
    const known = this.#parsed.get(key);
    if (known) return known;
    const parsed = parseManifests(file);
    this.#parsed.set(key, parsed);
    return parsed;
  }
}

function asSource(file: RepositoryFile): SourceFile {
  return { path: file.path, text: file.text, blob: file.blob };
}
