import { getKey, isObject, Json, JsonObject } from '../../fields';
import { isDnsSubdomain, Origin } from '../../manifests';
import { LayoutContext } from '../context';
import { effectiveObjects, EffectiveObject } from '../effective';
import { environmentOfLabels, environmentOfPath } from '../environmentNames';
import { layoutProblem } from '../problems';
import { LayoutApplication, LayoutProblem } from '../types';
import { readApplicationSpec, ApplicationSpec } from './applicationSpec';
import { unknownFields } from './knownFields';
import { readSource } from './readSource';

/** An Application object of the tree, or one that a set in it makes. */
export interface DeclaredApplication {
  readonly name: string;
  readonly object: JsonObject;
  readonly origin: Origin;
  readonly applicationSet?: string;
}

/** An Application with everything it would apply. */
export interface EvaluatedApplication {
  readonly application: Omit<LayoutApplication, 'service'>;
  readonly spec: ApplicationSpec;
  readonly objects: readonly EffectiveObject[];
  readonly problems: readonly LayoutProblem[];
}

/** String values of a mapping; others are dropped. */
export function stringMap(value: Json | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** The problems of the Application object itself, before any source is read. */
function ownProblems(
  context: LayoutContext,
  declared: DeclaredApplication,
  spec: ApplicationSpec,
): LayoutProblem[] {
  const { file: path, line } = declared.origin;
  const problems: LayoutProblem[] = [];
  if (spec.refused !== undefined || !isDnsSubdomain(declared.name)) {
    problems.push(
      layoutProblem({
        code: 'invalid-application',
        path,
        line,
        message: `The Application ${declared.name} is refused: ${
          spec.refused ?? 'its name is no valid object name'
        }.`,
        fix: 'Complete the Application; until then it delivers nothing.',
      }),
    );
  } else if (!context.clusters.accepts(spec.destination)) {
    const { server, name } = spec.destination;
    problems.push(
      layoutProblem({
        code: 'unknown-cluster',
        path,
        line,
        message: `Argo CD knows no cluster ${server || name}.`,
        fix: 'Correct the destination, or register the cluster.',
      }),
    );
  }
  return problems;
}

const TRUE = /^(?:1|t|T|true|TRUE|True)$/;

function notes(declared: DeclaredApplication): LayoutProblem[] {
  const { file: path, line } = declared.origin;
  const problems: LayoutProblem[] = [];
  if (declared.applicationSet === undefined) {
    for (const field of unknownFields(declared.object.spec ?? null)) {
      problems.push(
        layoutProblem({
          code: 'invalid-application-field',
          path,
          line,
          field,
          message: `Argo CD has no field ${field} in an Application; it has no effect.`,
          fix: 'Remove the field.',
        }),
      );
    }
  }
  if (isObject(getKey(getKey(declared.object, 'spec'), 'sourceHydrator'))) {
    problems.push(
      layoutProblem({
        code: 'rendered-elsewhere',
        path,
        line,
        message: `${declared.name} is hydrated by Argo CD; its objects are not known here.`,
      }),
    );
  }
  const metadata = getKey(declared.object, 'metadata');
  const annotations = stringMap(getKey(metadata, 'annotations'));
  if (TRUE.test(annotations['argocd.argoproj.io/skip-reconcile'] ?? '')) {
    problems.push(
      layoutProblem({
        code: 'reconcile-skipped',
        path,
        line,
        message: `Argo CD does not reconcile ${declared.name}: it is annotated with skip-reconcile.`,
        fix: 'Remove the annotation to have it delivered again.',
      }),
    );
  }
  return problems;
}

/** The environment by label, else the only one among the source paths. */
function environmentOf(
  labels: Record<string, string>,
  paths: readonly string[],
): { environment?: string; mismatches: string[] } {
  const labelled = environmentOfLabels(labels);
  const found = paths.map(path => [path, environmentOfPath(path)] as const);
  if (labelled !== undefined) {
    return {
      environment: labelled,
      mismatches: found
        .filter(([, environment]) => {
          return environment !== undefined && environment !== labelled;
        })
        .map(([path]) => path),
    };
  }
  const names = new Set(found.map(([, name]) => name).filter(Boolean));
  return {
    environment: names.size === 1 ? [...names][0] : undefined,
    mismatches: [],
  };
}

/** Reads an Application: where it delivers to, and what. */
export function evaluateApplication(
  context: LayoutContext,
  declared: DeclaredApplication,
): EvaluatedApplication {
  const { name, object, origin, applicationSet } = declared;
  const written = getKey(object, 'spec');
  const spec = readApplicationSpec(written);
  const metadata = getKey(object, 'metadata');
  const labels = stringMap(getKey(metadata, 'labels'));
  const sources = spec.sources.map(({ path }) => path);
  const { environment, mismatches } = environmentOf(labels, sources);
  const problems = [
    ...ownProblems(context, declared, spec),
    ...notes(declared),
    ...mismatches.map(path =>
      layoutProblem({
        code: 'environment-mismatch',
        path,
        message: `${name} is labelled ${environment} but reads ${path}.`,
        fix: 'Correct the label or the path.',
      }),
    ),
  ];
  let blocked = problems.some(({ severity }) => severity === 'error');
  const manifests = [];
  // A refused spec is not looked into further; Argo CD does not either.
  const readable = spec.refused === undefined ? spec.sources : [];
  for (const source of readable) {
    const reading = readSource(context, { name, file: origin.file }, source);
    manifests.push(...reading.manifests);
    problems.push(...reading.problems);
    blocked ||= reading.blocked;
  }
  const namespace = spec.destination.namespace;
  const effective = blocked
    ? { objects: [], problems: [] }
    : effectiveObjects(manifests, context.isClusterScoped, namespace);
  const ownNamespace = getKey(metadata, 'namespace');
  const application = {
    name,
    ...(typeof ownNamespace === 'string' && { ownNamespace }),
    ...(namespace && { namespace }),
    ...(environment !== undefined && { environment }),
    cluster: spec.destination.server || spec.destination.name,
    project: spec.project,
    sources,
    spec: isObject(written) ? written : {},
    labels,
    origin,
    ...(applicationSet !== undefined && { applicationSet }),
    blocked,
  };
  const own = { application: name, ...(environment && { environment }) };
  return {
    application,
    spec,
    objects: effective.objects,
    problems: [...problems, ...effective.problems].map(problem => ({
      ...problem,
      ...own,
    })),
  };
}
