import path from 'node:path';
import os from 'node:os';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A GitOps repository as the configuration names it. */
export interface RepositoryConfig {
  /** Name on screen, e.g. `acme/infrastructure-gitops`. */
  readonly name: string;
  /** What the mirror fetches from: a URL or a path. */
  readonly url: string;
  readonly branch: string;
  /** Where people read it in a browser. */
  readonly webUrl?: string;
  /** Other URLs by which Argo CD knows it. */
  readonly argoUrls: readonly string[];
}

/** Which destinations of Argo CD are which cluster of `kubernetes:`. */
export interface ClusterConfig {
  /** Name of a cluster in `kubernetes.clusterLocatorMethods`. */
  readonly name: string;
  /** Destination servers that mean it, as written in Applications. */
  readonly servers: readonly string[];
  /** Labels of the cluster's Argo CD secret, for cluster generators. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Settings per gate, as the engine's `rules` take them. */
export type GateRules = Readonly<
  Record<string, Readonly<Record<string, unknown>>>
>;

/** Everything below `environments:`, read once at start. */
export interface EnvironmentsConfig {
  readonly repositories: readonly RepositoryConfig[];
  /** Environments that come first, in this order. */
  readonly order: readonly string[];
  readonly clusters: readonly ClusterConfig[];
  /** Path globs whose values are each environment's own. */
  readonly overrides: readonly string[];
  /** Environment, or `*`, to its gate rules; undefined where nothing is configured. */
  readonly gates?: Readonly<Record<string, GateRules>>;
  /** Whether kustomizations are built, if `kustomize` or `kubectl` is here. */
  readonly kustomize: 'auto' | 'off';
  /** Seconds between two looks at a remote that sends no push events. */
  readonly pollSeconds: number;
  /** Where the mirrors lie. */
  readonly dataDirectory: string;
}

/** A path counts from the working directory of the backend; URLs and `user@host:path` stay. */
function locationOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:|^[^/]+@[^/]+:/i.test(url)
    ? url
    : path.resolve(url);
}

function readRepository(config: Config): RepositoryConfig {
  return {
    name: config.getString('name'),
    url: locationOf(config.getString('url')),
    branch: config.getOptionalString('branch') ?? 'main',
    webUrl: config.getOptionalString('webUrl'),
    argoUrls: config.getOptionalStringArray('argoUrls') ?? [],
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Read whole, since `*` is no key that the configuration can be asked for. */
function readGates(config?: Config): EnvironmentsConfig['gates'] | undefined {
  const all = config?.getOptional<unknown>('gates');
  if (all === undefined) return undefined;
  if (!isMap(all)) throw new InputError('environments.gates must be a map');
  const gates: Record<string, GateRules> = {};
  for (const [environment, rules] of Object.entries(all)) {
    if (!isMap(rules)) {
      throw new InputError(
        `environments.gates.${environment} must be a map of gates to their settings`,
      );
    }
    const settings: Record<string, Readonly<Record<string, unknown>>> = {};
    for (const [gate, value] of Object.entries(rules)) {
      if (value !== null && !isMap(value)) {
        throw new InputError(
          `environments.gates.${environment}.${gate} must be a map; {} switches the gate on`,
        );
      }
      settings[gate] = value ?? {};
    }
    gates[environment] = settings;
  }
  return gates;
}

function readKustomize(config?: Config): EnvironmentsConfig['kustomize'] {
  const value = config?.getOptionalString('kustomize') ?? 'auto';
  if (value === 'auto' || value === 'off') return value;
  throw new InputError('environments.kustomize must be auto or off');
}

/**
 * Reads `environments:`. Throws with the key in the message when something
 * required is missing or of another type.
 */
export function readEnvironmentsConfig(root: Config): EnvironmentsConfig {
  const config = root.getOptionalConfig('environments');
  const repositories = (
    config?.getOptionalConfigArray('repositories') ?? []
  ).map(readRepository);
  const names = new Set<string>();
  for (const { name } of repositories) {
    if (names.has(name)) {
      throw new InputError(
        `environments.repositories names ${name} more than once`,
      );
    }
    names.add(name);
  }
  const pollSeconds = config?.getOptionalNumber('refresh.poll.seconds') ?? 30;
  if (!(pollSeconds >= 1)) {
    throw new InputError('environments.refresh.poll.seconds must be 1 or more');
  }
  return {
    repositories,
    order: config?.getOptionalStringArray('order') ?? [],
    clusters: (config?.getOptionalConfigArray('clusters') ?? []).map(
      cluster => ({
        name: cluster.getString('name'),
        servers: cluster.getOptionalStringArray('servers') ?? [],
        labels: cluster.getOptional<Record<string, string>>('labels'),
      }),
    ),
    overrides: config?.getOptionalStringArray('overrides') ?? [],
    gates: readGates(config),
    kustomize: readKustomize(config),
    pollSeconds,
    dataDirectory: path.resolve(
      config?.getOptionalString('dataDirectory') ??
        path.join(
          root.getOptionalString('backend.workingDirectory') ?? os.tmpdir(),
          'stagecraft',
        ),
    ),
  };
}
