import { applyChanges } from '../diff';
import {
  compileGlobs,
  getAt,
  getKey,
  JsonObject,
  keyPath,
  listKindsFor,
  parsePath,
} from '../fields';
import { Manifest } from '../manifests';
import { Commits } from './commits';
import { undeployed } from './deployed';
import { EnvironmentFiles, shortName } from './environmentFiles';
import { hotfixDebts } from './obligations';
import { resourceHistory } from './resourceHistory';
import { sidesOf } from './sides';
import { Comparison, Timeline } from './timeline';
import {
  CommitRef,
  HistoryAnswer,
  HistoryCommit,
  HistoryOptions,
  HistoryQuestion,
  Undeployed,
} from './types';

const ALWAYS_IDENTITY = [keyPath('metadata', 'namespace'), keyPath('status')];

function partOf(manifest: Manifest): string | undefined {
  const labels = getKey(getKey(manifest.object, 'metadata'), 'labels');
  const service = getKey(labels, 'app.kubernetes.io/part-of');
  return typeof service === 'string' ? service : undefined;
}

/** One environment: its files now and its resources over time. */
interface Environment {
  readonly files: EnvironmentFiles;
  readonly timelines: Map<string, Timeline>;
}

/**
 * The promotions between environments as the first-parent history of a branch
 * tells them. Commits are fed oldest first, each with the files that it
 * changed; questions may be asked at any time. Rules: engine-spec section 5.
 */
export class History {
  readonly #options: HistoryOptions;
  readonly #commits = new Commits();
  readonly #environments = new Map<string, Environment>();
  readonly #comparison: Comparison;
  readonly #identity: ReadonlyArray<ReturnType<typeof keyPath>>;

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#comparison = new Comparison(options.lists ?? listKindsFor);
    const own = (options.identity ?? []).flatMap(text => {
      const path = parsePath(text);
      return path ? [path] : [];
    });
    this.#identity = [...ALWAYS_IDENTITY, ...own];
  }

  /** Number of commits fed. */
  get length(): number {
    return this.#commits.length;
  }

  /** The newest commit. */
  get head(): CommitRef | undefined {
    return this.length > 0 ? this.#commits.ref(this.length - 1) : undefined;
  }

  /** Adds the next commit. */
  push(commit: HistoryCommit): void {
    const index = this.#commits.add(commit);
    const touched = new Map<Environment, Set<string>>();
    for (const { environment: name, path, manifests } of commit.files) {
      const environment = this.#environment(name);
      const keys = touched.get(environment) ?? new Set();
      touched.set(environment, keys);
      for (const key of environment.files.write(path, manifests)) keys.add(key);
    }
    for (const [environment, keys] of touched) {
      for (const key of keys) this.#note(environment, key, index);
    }
  }

  /** Answers for one resource or for all of a service. */
  ask(question: HistoryQuestion): HistoryAnswer {
    const keys = this.#keysOf(question);
    const retain = compileGlobs(this.#options.retain ?? []);
    const resources = keys
      .map(key => ({ key, sides: this.#sides(key, question) }))
      .filter(({ sides }) => sides.source.now ?? sides.target.now)
      .map(({ key, sides }) =>
        resourceHistory(key, sides, this.#commits, retain),
      );
    const fields = resources.flatMap(resource => resource.fields);
    return {
      resources,
      fields,
      promotionPending: fields.some(
        field =>
          field.reason === 'pending' || (field.conflict && field.sourceChanged),
      ),
      ...this.#debts(keys, question.to),
      undeployed: this.#undeployed(keys, question.synced ?? {}),
    };
  }

  /** The newest commit that changed one of the resources in an environment. */
  lastChange(
    environment: string,
    resources: readonly string[],
  ): CommitRef | undefined {
    const timelines = this.#environments.get(environment)?.timelines;
    const wanted = new Set(resources);
    let newest = -1;
    for (const [key, timeline] of timelines ?? []) {
      if (!wanted.has(key) && !wanted.has(shortName(key))) continue;
      newest = Math.max(newest, timeline.states.at(-1)?.index ?? -1);
    }
    return newest < 0 ? undefined : this.#commits.ref(newest);
  }

  #environment(name: string): Environment {
    const known = this.#environments.get(name);
    if (known) return known;
    const made = { files: new EnvironmentFiles(), timelines: new Map() };
    this.#environments.set(name, made);
    return made;
  }

  #content(manifest: Manifest): JsonObject {
    return this.#identity.reduce((object: JsonObject, path) => {
      const left = getAt(object, path);
      return left === undefined
        ? object
        : applyChanges([{ type: 'onlyLeft', path, left }], object);
    }, manifest.object);
  }

  #note({ files, timelines }: Environment, key: string, index: number): void {
    const manifest = files.get(key);
    const object = manifest && this.#content(manifest);
    const timeline = timelines.get(key) ?? this.#timeline(timelines, key);
    if (this.#comparison.paths(timeline.now, object).length > 0) {
      timeline.add(index, object);
    }
  }

  #timeline(timelines: Map<string, Timeline>, key: string): Timeline {
    const made = new Timeline(this.#options.truncated ?? false);
    timelines.set(key, made);
    return made;
  }

  /** Of an environment that never had the resource, an empty one. */
  #timelineOf(environment: string, key: string): Timeline {
    const known = this.#environments.get(environment)?.timelines.get(key);
    return known ?? new Timeline(this.#options.truncated ?? false);
  }

  #sides(key: string, { from, to }: HistoryQuestion) {
    return sidesOf(
      this.#commits,
      this.#timelineOf(from, key),
      this.#timelineOf(to, key),
      this.#comparison,
    );
  }

  #keysOf({ resource, service }: HistoryQuestion): string[] {
    const serviceOf = this.#options.serviceOf ?? partOf;
    const keys = new Set<string>();
    for (const [name, { files, timelines }] of this.#environments) {
      for (const key of timelines.keys()) {
        const manifest = files.get(key);
        const named =
          resource === undefined ||
          key === resource ||
          shortName(key) === resource;
        const served =
          service === undefined ||
          (manifest && serviceOf(manifest, name) === service);
        if (named && served) keys.add(key);
      }
    }
    return [...keys].sort();
  }

  #debts(keys: readonly string[], to: string) {
    return hotfixDebts({
      keys,
      to,
      order: this.#options.order,
      timelineOf: (name, key) => this.#timelineOf(name, key),
      commits: this.#commits,
      comparison: this.#comparison,
    });
  }

  #undeployed(
    keys: readonly string[],
    synced: Readonly<Record<string, string>>,
  ): Record<string, Undeployed> {
    const result: Record<string, Undeployed> = {};
    for (const [environment, id] of Object.entries(synced)) {
      const timelines = new Map(
        keys.map(key => [key, this.#timelineOf(environment, key)]),
      );
      const state = undeployed(timelines, this.#commits, this.#comparison, id);
      if (state) result[environment] = state;
    }
    return result;
  }
}

/** A history of commits that are all known, oldest first. */
export function historyOf(
  input: HistoryOptions & { readonly commits: readonly HistoryCommit[] },
): History {
  const history = new History(input);
  for (const commit of input.commits) history.push(commit);
  return history;
}

/** Asks a history; see {@link History.ask}. */
export function askHistory(
  history: History,
  question: HistoryQuestion,
): HistoryAnswer {
  return history.ask(question);
}
