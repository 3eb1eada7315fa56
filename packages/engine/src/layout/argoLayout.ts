import { evaluateApplication, EvaluatedApplication } from './argo/application';
import { ArgoObjects, latestOfEach } from './argo/collect';
import { sharedResources } from './argo/shared';
import { LayoutContext } from './context';
import { generateApplications } from './generators/applicationSet';
import { layoutProblem } from './problems';
import {
  environmentDirectories,
  serviceDirectories,
  serviceOfApplication,
  serviceOfManifest,
} from './services';
import { cleanPath } from './tree';
import { EffectiveResource, LayoutApplication, LayoutProblem } from './types';

/** What the Argo CD objects of a tree deliver. */
export interface ArgoLayout {
  readonly applications: readonly LayoutApplication[];
  readonly resources: readonly EffectiveResource[];
  readonly problems: readonly LayoutProblem[];
}

function named({ name, object, origin }: ArgoObjects['sets'][number]) {
  return { name, object, origin };
}

/** The Applications of the tree and those its sets make, one of each name. */
function declaredApplications(context: LayoutContext, objects: ArgoObjects) {
  const problems: LayoutProblem[] = [];
  const sets = latestOfEach(objects.sets);
  problems.push(...sets.problems);
  const generated = sets.kept.flatMap(set => {
    const made = generateApplications(context, set);
    problems.push(...made.problems);
    return made.applications;
  });
  const order = new Map(context.tree.paths.map((path, at) => [path, at]));
  const all = [...objects.applications.map(named), ...generated].sort(
    (a, b) =>
      order.get(a.origin.file)! - order.get(b.origin.file)! ||
      a.origin.document - b.origin.document,
  );
  const applications = latestOfEach(all);
  problems.push(...applications.problems);
  return { applications: applications.kept, problems };
}

function resourcesOf(
  { application, objects }: EvaluatedApplication,
  service: string | undefined,
  directories: ReadonlySet<string>,
): EffectiveResource[] {
  const { name, cluster } = application;
  return objects.map(({ key, manifest, shadowed, hook }) => {
    const own = serviceOfManifest(manifest, directories, service);
    // What belongs to no environment and no service is for all of them.
    const environment =
      application.environment ?? (own === undefined ? '*' : undefined);
    return {
      key,
      ...(environment !== undefined && { environment }),
      application: name,
      ...(own !== undefined && { service: own }),
      cluster,
      manifest,
      shadowed,
      ...(hook && { hook }),
    };
  });
}

/** A source refers to a directory by naming it, a part of it or the whole. */
function refersTo(source: string, directory: string): boolean {
  const path = cleanPath(source);
  return (
    path === '' ||
    path === directory ||
    path.startsWith(`${directory}/`) ||
    directory.startsWith(`${path}/`)
  );
}

function unreferencedEnvironments(
  context: LayoutContext,
  applications: readonly EvaluatedApplication[],
): LayoutProblem[] {
  const sources = applications.flatMap(({ spec }) =>
    spec.sources
      .filter(({ path, repoURL }) => path && context.repository.isThis(repoURL))
      .map(({ path }) => path),
  );
  return environmentDirectories(context.tree)
    .map(environment => [environment, `environments/${environment}`] as const)
    .filter(([, path]) => !sources.some(source => refersTo(source, path)))
    .map(([environment, path]) =>
      layoutProblem({
        code: 'unreferenced-environment',
        environment,
        path,
        message: `No Application reads ${path}, so nothing of it is delivered.`,
        fix: 'Add an Application with this path, or remove the directory.',
      }),
    );
}

/** Reads the Argo CD objects of a tree and everything they deliver. */
export function argoLayout(
  context: LayoutContext,
  objects: ArgoObjects,
): ArgoLayout {
  const directories = serviceDirectories(context.tree);
  const declared = declaredApplications(context, objects);
  const evaluated = declared.applications.map(application =>
    evaluateApplication(context, application),
  );
  const applications: LayoutApplication[] = [];
  const resources: EffectiveResource[] = [];
  for (const item of evaluated) {
    const { labels, sources } = item.application;
    const service = serviceOfApplication(labels, sources, directories);
    applications.push({
      ...item.application,
      ...(service !== undefined && { service }),
    });
    resources.push(...resourcesOf(item, service, directories));
  }
  return {
    applications,
    resources,
    problems: [
      ...declared.problems,
      ...evaluated.flatMap(({ problems }) => problems),
      ...sharedResources(evaluated, context.clusters),
      ...unreferencedEnvironments(context, evaluated),
    ],
  };
}
