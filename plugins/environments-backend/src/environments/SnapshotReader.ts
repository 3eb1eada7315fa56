import { NotFoundError } from '@backstage/errors';
import {
  createTree,
  Layout,
  layout,
  LayoutOptions,
  ParsedFile,
  parseManifests,
  readXrds,
  SourceFile,
  Tree,
} from '@stagecraft/engine';
import { KustomizeRenderer } from '@stagecraft/engine-node';
import { RepositoryConfig } from '../config';
import { BlobContent, Repository, TreeEntry } from '../repository';
import { RepositoryIndexAt } from './types';

/** Files whose text decides what Argo CD applies; of all others only the path counts. */
const READ = /\.(ya?ml|json|jsonnet)$|(^|\/)Kustomization$/;

const LINK = '120000';

/** The text of a blob, or why there is none. Files of no interest were not read. */
function textOf(
  content: BlobContent | undefined,
): Pick<SourceFile, 'text' | 'unreadable'> {
  switch (content?.state) {
    case undefined:
      return { text: '' };
    case 'read':
      return { text: content.text };
    case 'tooLarge':
      return { text: '', unreadable: `it has ${content.size} bytes` };
    case 'notText':
      return { text: '', unreadable: 'it is no UTF-8 text' };
    default:
      return { text: '', unreadable: 'the mirror does not have it' };
  }
}

/**
 * Reads commits of one repository. Texts and parsed files are kept by path and
 * blob id, so that a commit costs what it changed.
 */
export class SnapshotReader {
  readonly #config: RepositoryConfig;
  readonly #repository: Repository;
  readonly #layout: LayoutOptions;
  readonly #renderer?: KustomizeRenderer;
  #files = new Map<string, SourceFile>();
  #parsed = new WeakMap<SourceFile, ParsedFile>();

  constructor(options: {
    config: RepositoryConfig;
    repository: Repository;
    layout: LayoutOptions;
    renderer?: KustomizeRenderer;
  }) {
    this.#config = options.config;
    this.#repository = options.repository;
    this.#layout = options.layout;
    this.#renderer = options.renderer;
  }

  /** @throws NotFoundError if the mirror does not have the commit */
  async read(commit: string): Promise<RepositoryIndexAt> {
    if (!(await this.#repository.commit(commit))) {
      throw new NotFoundError(
        `${this.#config.name} has no commit ${commit.slice(0, 12)}`,
      );
    }
    const entries = await this.#repository.readTree(commit);
    const files = await this.#sourceFiles(entries);
    const tree = createTree(files, {
      symlinks: new Map(
        entries.flatMap(({ path, mode, symlinkTarget }) =>
          mode === LINK ? [[path, symlinkTarget ?? ''] as const] : [],
        ),
      ),
      parse: file => this.#parse(file),
    });
    const laidOut = await this.#layOut(commit, tree);
    const oids = new Map(entries.map(({ path, oid }) => [path, oid]));
    return {
      config: this.#config,
      commit,
      tree,
      layout: laidOut,
      xrds: readXrds(
        tree.paths.flatMap(path => tree.parse(path)?.manifests ?? []),
      ),
      oid: path => oids.get(path),
    };
  }

  /** Forgets files that this commit does not have. */
  keepOnly(index: RepositoryIndexAt): void {
    const kept = new Map<string, SourceFile>();
    for (const path of index.tree.paths) {
      const file = index.tree.file(path);
      if (file) kept.set(`${file.blob} ${path}`, file);
    }
    this.#files = kept;
  }

  async #layOut(commit: string, tree: Tree): Promise<Layout> {
    if (!this.#renderer) return layout(tree, this.#layout);
    const source = {
      tree,
      checkout: (files: readonly string[], folder: string) =>
        this.#repository.checkout({ commit, files, folder }),
    };
    return this.#renderer.layOut(source, this.#layout);
  }

  async #sourceFiles(entries: TreeEntry[]): Promise<SourceFile[]> {
    const key = (entry: TreeEntry) => `${entry.oid} ${entry.path}`;
    const plain = entries.filter(entry => entry.mode !== LINK);
    const unread = plain.filter(
      entry => READ.test(entry.path) && !this.#files.has(key(entry)),
    );
    const contents = await this.#repository.readBlobContents(
      new Set(unread.map(entry => entry.oid)),
    );
    return plain.map(entry => {
      const known = this.#files.get(key(entry));
      if (known) return known;
      const file: SourceFile = {
        path: entry.path,
        ...textOf(contents.get(entry.oid)),
        blob: entry.oid,
      };
      this.#files.set(key(entry), file);
      return file;
    });
  }

  #parse(file: SourceFile): ParsedFile {
    let parsed = this.#parsed.get(file);
    if (!parsed) {
      parsed = parseManifests(file);
      this.#parsed.set(file, parsed);
    }
    return parsed;
  }
}
