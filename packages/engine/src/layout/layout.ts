import { brokenDefinitions } from './argo/brokenDefinitions';
import { collectArgoObjects } from './argo/collect';
import { Clusters } from './argo/clusters';
import { Repository } from './argo/repositories';
import { argoLayout } from './argoLayout';
import { LayoutContext } from './context';
import { conventionLayout } from './convention';
import { inPromotionOrder } from './environmentNames';
import { scopeOf } from './scope';
import { environmentDirectories, serviceDirectories } from './services';
import { linkOutside } from './tree';
import {
  EffectiveResource,
  Layout,
  LayoutApplication,
  LayoutEnvironment,
  LayoutOptions,
  LayoutProblem,
  Tree,
} from './types';

type ByEnvironment = ReadonlyMap<string, ReadonlySet<string>>;

/** Gathers a text of each item under its environment. */
function gather<T extends { readonly environment?: string }>(
  items: readonly T[],
  text: (item: T) => string | undefined,
): ByEnvironment {
  const found = new Map<string, Set<string>>();
  for (const item of items) {
    const value = text(item);
    if (item.environment === undefined || value === undefined) continue;
    const known = found.get(item.environment) ?? new Set();
    found.set(item.environment, known.add(value));
  }
  return found;
}

function sorted(name: string, ...maps: readonly ByEnvironment[]): string[] {
  return [...new Set(maps.flatMap(map => [...(map.get(name) ?? [])]))].sort();
}

function environmentsOf(
  tree: Tree,
  options: LayoutOptions,
  from: LayoutEnvironment['from'],
  parts: {
    readonly applications: readonly LayoutApplication[];
    readonly resources: readonly EffectiveResource[];
    readonly services: ByEnvironment;
  },
): LayoutEnvironment[] {
  const { applications, resources, services } = parts;
  const names = [
    ...environmentDirectories(tree),
    ...applications.flatMap(({ environment }) => environment ?? []),
  ];
  const appServices = gather(applications, ({ service }) => service);
  const ownServices = gather(resources, ({ service }) => service);
  const destinations = gather(applications, ({ namespace }) => namespace);
  const namespaces = gather(resources, ({ manifest }) => manifest.namespace);
  return inPromotionOrder(names, options.environmentOrder).map(name => ({
    name,
    services: sorted(name, services, appServices, ownServices),
    namespaces: sorted(name, destinations, namespaces),
    from,
  }));
}

interface Parts {
  readonly applications: readonly LayoutApplication[];
  readonly resources: readonly EffectiveResource[];
  readonly problems: readonly LayoutProblem[];
  readonly services: ByEnvironment;
}

/**
 * What a repository delivers and where to: by the Argo CD Applications and
 * ApplicationSets in it, wherever they lie, or, if it has none, by the
 * directory convention. What Argo CD could not tell from the repository alone
 * is a problem in the result, never a guess.
 */
export function layout(tree: Tree, options: LayoutOptions = {}): Layout {
  const objects = collectArgoObjects(tree);
  const context: LayoutContext = {
    tree,
    repository: new Repository(
      options.repositoryUrls,
      options.branch ?? 'main',
    ),
    clusters: new Clusters(options.clusters),
    isClusterScoped: scopeOf(objects.manifests),
    linkOutside: linkOutside(tree.root),
    render: options.render,
  };
  const argo = objects.applications.length + objects.sets.length > 0;
  const parts: Parts = argo
    ? { ...argoLayout(context, objects), services: new Map() }
    : { ...conventionLayout(context), applications: [] };
  const from = argo ? 'argo' : 'convention';
  const environments = environmentsOf(tree, options, from, parts);
  const services = new Set([
    ...environments.flatMap(environment => environment.services),
    ...parts.resources.flatMap(({ service }) => service ?? []),
    ...(argo ? [] : serviceDirectories(tree)),
  ]);
  return {
    environments,
    services: [...services].sort(),
    applications: parts.applications,
    resources: parts.resources,
    problems: [...brokenDefinitions(tree, parts.problems), ...parts.problems],
  };
}
