import { setImmediate } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import {
  EffectiveResource,
  History,
  HistoryAnswer,
  LayoutOptions,
} from '@stagecraft/engine';
import { KustomizeRenderer } from '@stagecraft/engine-node';
import { CommitRef } from '@stagecraft/plugin-environments-common';
import { RepositoryConfig } from '../config';
import { ENVIRONMENT_LABELS } from '../planning';
import { HistoryCommit, Repository } from '../repository';
import { commitRef } from './commitRef';
import {
  historyCommit,
  InForce,
  inForce,
  ServicesOfManifests,
} from './historyFeed';
import { SnapshotReader } from './SnapshotReader';
import { RepositoryIndex, RepositoryIndexAt } from './types';

/** Commits times files that a history may look at; bounds the first read of a large repository. */
const HISTORY_BUDGET = 2_000_000;
const HISTORY_COMMITS = { least: 50, most: 1_000 };
const SNAPSHOTS_KEPT = 12;

/** What follows from the newest commit and the way to it. */
interface Head {
  readonly index: RepositoryIndexAt;
  readonly inForce: InForce;
  /** Oldest first. */
  readonly commits: readonly HistoryCommit[];
  readonly history: History;
  /** The environments the history was made for. */
  readonly order: readonly string[];
}

/** The index of one repository over its mirror. */
export class GitRepositoryIndex implements RepositoryIndex {
  readonly config: RepositoryConfig;
  readonly repository: Repository;
  readonly webUrl?: string;
  readonly #reader: SnapshotReader;
  readonly #retain: readonly string[];
  readonly #snapshots = new Map<string, Promise<RepositoryIndexAt>>();
  readonly #refs = new Map<string, CommitRef>();
  readonly #services: ServicesOfManifests = new WeakMap();
  /** Position of the newest commit that touched a file. */
  #lastChange = new Map<string, number>();
  #commits: readonly HistoryCommit[] = [];
  #head?: Head;
  #reading?: Promise<RepositoryIndexAt>;

  private constructor(options: {
    config: RepositoryConfig;
    repository: Repository;
    layout: LayoutOptions;
    retain: readonly string[];
    renderer?: KustomizeRenderer;
  }) {
    this.config = options.config;
    this.repository = options.repository;
    this.webUrl = options.config.webUrl;
    this.#retain = options.retain;
    this.#reader = new SnapshotReader(options);
  }

  static create(options: {
    config: RepositoryConfig;
    repository: Repository;
    /** Environments that come first, in this order. */
    order: readonly string[];
    /** Path globs with an environment's own values. */
    overrides: readonly string[];
    clusters: LayoutOptions['clusters'];
    /** Builds kustomizations; without it their objects are not known. */
    renderer?: KustomizeRenderer;
  }): GitRepositoryIndex {
    const { config, repository, order, overrides, clusters, renderer } =
      options;
    return new GitRepositoryIndex({
      config,
      repository,
      retain: overrides,
      renderer,
      layout: {
        branch: config.branch,
        repositoryUrls: [
          config.url,
          ...config.argoUrls,
          ...(config.webUrl ? [config.webUrl] : []),
        ],
        environmentOrder: order,
        clusters,
      },
    });
  }

  latest(): RepositoryIndexAt | undefined {
    return this.#head?.index;
  }

  async current(): Promise<RepositoryIndexAt> {
    if (this.#head && this.#head.index.commit === this.repository.head()) {
      return this.#head.index;
    }
    return this.refresh();
  }

  /** Reads the newest commit of the mirror. Concurrent calls share the work. */
  async refresh(): Promise<RepositoryIndexAt> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async at(commit: string): Promise<RepositoryIndexAt> {
    if (this.#head?.index.commit === commit) return this.#head.index;
    let snapshot = this.#snapshots.get(commit);
    if (!snapshot) {
      snapshot = this.#reader.read(commit);
      this.#snapshots.set(commit, snapshot);
      snapshot.catch(() => this.#snapshots.delete(commit));
      const [oldest] = this.#snapshots.keys();
      if (this.#snapshots.size > SNAPSHOTS_KEPT) this.#snapshots.delete(oldest);
    }
    return snapshot;
  }

  async history(
    service: string,
    from: string,
    to: string,
  ): Promise<HistoryAnswer> {
    await this.current();
    return this.ask({ service, from, to });
  }

  /** What the history up to the newest commit that was read says. */
  ask(question: {
    service: string;
    from: string;
    to: string;
    synced?: Record<string, string>;
  }): HistoryAnswer {
    if (!this.#head) {
      throw new NotFoundError(`${this.config.name} has not been read yet`);
    }
    return this.#head.history.ask(question);
  }

  effective(service?: string): EffectiveResource[] {
    const all = [...(this.#head?.inForce.values() ?? [])];
    return service === undefined
      ? all
      : all.filter(resource => resource.service === service);
  }

  commit(id: string): CommitRef | undefined {
    return this.#refs.get(id);
  }

  lastChange(paths: Iterable<string>): CommitRef | undefined {
    const positions = [...paths].map(path => this.#lastChange.get(path) ?? -1);
    const newest = this.#commits[Math.max(-1, ...positions)];
    return newest && this.#refs.get(newest.id);
  }

  async #read(): Promise<RepositoryIndexAt> {
    const head = this.repository.head() ?? (await this.repository.fetch()).head;
    if (this.#head?.index.commit === head) return this.#head.index;
    const index = await this.at(head);
    const limit = Math.min(
      HISTORY_COMMITS.most,
      Math.max(
        HISTORY_COMMITS.least,
        Math.floor(HISTORY_BUDGET / Math.max(1, index.tree.paths.length)),
      ),
    );
    const commits = await this.repository.history({ ref: head, limit });
    this.#note(commits);
    try {
      const state = await this.#feed(commits, commits.length >= limit, index);
      this.#reader.keepOnly(index);
      this.#head = { index, commits, ...state };
      return index;
    } catch (error) {
      // The history may have been fed in part; the next read starts it anew.
      if (this.#head) this.#head = { ...this.#head, order: [] };
      throw error;
    }
  }

  /** Continues where the last read ended if the history only grew. */
  async #feed(
    commits: readonly HistoryCommit[],
    truncated: boolean,
    { layout }: RepositoryIndexAt,
  ): Promise<Pick<Head, 'history' | 'order' | 'inForce'>> {
    const before = this.#head;
    const order = layout.environments.map(({ name }) => name);
    const last = before?.commits.at(-1)?.id;
    const known = commits.findIndex(commit => commit.id === last);
    const continues =
      before !== undefined &&
      known >= 0 &&
      before.commits[0].id === commits[0].id &&
      before.order.join() === order.join();
    const history = continues
      ? before.history
      : new History({
          order,
          retain: this.#retain,
          identity: ENVIRONMENT_LABELS,
          truncated,
          serviceOf: manifest => this.#services.get(manifest),
        });
    let state: InForce = continues ? before.inForce : new Map();
    for (const commit of commits.slice(continues ? known + 1 : 0)) {
      const index = await (commit === commits.at(-1)
        ? this.at(commit.id)
        : this.#reader.read(commit.id));
      const after = inForce(index, state);
      history.push(historyCommit(commit, state, after, this.#services));
      state = after;
      // A long history must not hold up the answers of others.
      await setImmediate();
    }
    return { history, order, inForce: state };
  }

  #note(commits: readonly HistoryCommit[]): void {
    const changes = new Map<string, number>();
    for (const [position, commit] of commits.entries()) {
      if (!this.#refs.has(commit.id)) {
        this.#refs.set(commit.id, commitRef(commit));
      }
      for (const { path } of commit.changes) changes.set(path, position);
    }
    this.#commits = commits;
    this.#lastChange = changes;
  }
}
