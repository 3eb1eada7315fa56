import { LayoutContext } from './context';
import { detectTool, directoryFiles, WHOLE_DIRECTORY } from './directorySource';
import { effectiveObjects } from './effective';
import { readFiles } from './fileSet';
import { renderedDirectory } from './renderedDirectory';
import {
  environmentDirectories,
  serviceDirectories,
  serviceOfManifest,
} from './services';
import { Directory, resolveEntry } from './tree';
import { EffectiveResource, LayoutProblem } from './types';

/** What is delivered together: later directories win over earlier ones. */
interface Unit {
  readonly environment: string;
  readonly service?: string;
  readonly namespace: string;
  readonly directories: readonly Directory[];
  /** Directories below that belong to other units. */
  readonly without: ReadonlySet<string>;
}

/** Objects by directory convention, without any Argo CD object in the tree. */
export interface ConventionLayout {
  readonly resources: readonly EffectiveResource[];
  readonly problems: readonly LayoutProblem[];
  /** Services by environment, also those without objects. */
  readonly services: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Directories that every environment shares. */
const SHARED = ['platform-core', 'shared'];

function directoryAt(root: Directory, path: string): Directory | undefined {
  const entry = resolveEntry(root, path);
  return entry?.type === 'directory' && entry.path === path ? entry : undefined;
}

function existing(root: Directory, paths: readonly string[]): Directory[] {
  return paths
    .map(path => directoryAt(root, path))
    .filter(directory => directory !== undefined);
}

function unitsOf(
  root: Directory,
  environment: string,
  services: string[],
): Unit[] {
  const home = `environments/${environment}`;
  const apart = directoryAt(root, `${home}/applications`);
  const names = apart?.visibleDirectories() ?? [];
  const own: Unit = {
    environment,
    namespace: environment,
    directories: existing(root, [home]),
    without: new Set(names.map(name => `${home}/applications/${name}`)),
  };
  const ofServices = services.map(service => ({
    environment,
    service,
    namespace: `${service}-${environment}`,
    directories: existing(root, [
      `applications/${service}`,
      `${home}/applications/${service}`,
    ]),
    without: new Set<string>(),
  }));
  return [own, ...ofServices.filter(unit => unit.directories.length > 0)];
}

/** A directory of a unit that a tool renders. */
interface Rendered {
  readonly tool: string;
  readonly directory: Directory;
}

/**
 * Splits off what another tool renders: the directories of it, and the part
 * of the tree that is left.
 */
function* plainFiles(
  context: LayoutContext,
  directory: Directory,
  without: ReadonlySet<string>,
  rendered: Rendered[],
): Generator<string> {
  const tool = detectTool(directory);
  if (tool) {
    rendered.push({ tool, directory });
    return;
  }
  const own = { ...WHOLE_DIRECTORY, recurse: false };
  const files = directoryFiles(context.tree, directory, directory.path, own);
  const pending = [...files];
  // Directories take their place among the files by name, as in Argo's walk.
  for (const [, entry] of directory.entries()) {
    if (entry.type !== 'directory') {
      if (pending[0] === entry.path) yield pending.shift()!;
    } else if (!without.has(entry.path)) {
      yield* plainFiles(context, entry, without, rendered);
    }
  }
}

function readUnit(
  context: LayoutContext,
  unit: Unit,
  services: ReadonlySet<string>,
): { resources: EffectiveResource[]; problems: LayoutProblem[] } {
  const rendered: Rendered[] = [];
  const files = unit.directories.flatMap(directory => [
    ...plainFiles(context, directory, unit.without, rendered),
  ]);
  const reading = readFiles(context.tree, files);
  const tools = rendered.map(({ tool, directory }) =>
    renderedDirectory(context, { tool, directory, written: directory.path }),
  );
  const { objects, problems } = effectiveObjects(
    [...reading.manifests, ...tools.flatMap(({ manifests }) => manifests)],
    context.isClusterScoped,
    unit.namespace,
  );
  const { environment } = unit;
  const found = [
    ...reading.failures,
    ...reading.warnings,
    ...tools.flatMap(tool => tool.problems),
    ...problems,
  ];
  return {
    resources: objects.map(({ key, manifest, shadowed, hook }) => {
      const service = serviceOfManifest(manifest, services, unit.service);
      return {
        key,
        environment,
        ...(service !== undefined && { service }),
        manifest,
        shadowed,
        ...(hook && { hook }),
      };
    }),
    problems: found.map(problem => ({ ...problem, environment })),
  };
}

/**
 * Reads a tree without Argo CD objects by where its files lie:
 * `environments/<env>` in namespace `<env>`; for each service
 * `applications/<service>`, then `environments/<env>/applications/<service>`,
 * in namespace `<service>-<env>`; `platform-core` and `shared` for all. A
 * broken file is reported and the rest read.
 */
export function conventionLayout(context: LayoutContext): ConventionLayout {
  const { root } = context.tree;
  const directories = serviceDirectories(context.tree);
  const services = [...directories].sort();
  const shared: Unit = {
    environment: '*',
    namespace: '',
    directories: existing(root, SHARED),
    without: new Set(),
  };
  const environments = environmentDirectories(context.tree);
  const units = environments.flatMap(name => unitsOf(root, name, services));
  const resources: EffectiveResource[] = [];
  const problems: LayoutProblem[] = [];
  const byEnvironment = new Map<string, Set<string>>();
  for (const unit of [shared, ...units]) {
    const read = readUnit(context, unit, directories);
    resources.push(...read.resources);
    problems.push(...read.problems);
    if (unit.service === undefined) continue;
    const known = byEnvironment.get(unit.environment) ?? new Set();
    byEnvironment.set(unit.environment, known.add(unit.service));
  }
  return { resources, problems, services: byEnvironment };
}
