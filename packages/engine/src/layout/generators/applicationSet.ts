import { getKey, isList, isObject, Json, JsonObject } from '../../fields';
import { ManifestError } from '../../errors';
import { isDnsSubdomain, Manifest } from '../../manifests';
import { DeclaredApplication } from '../argo/application';
import { readApplicationSpec } from '../argo/applicationSpec';
import { mergePatch } from '../argo/sourceParameters';
import { wrongFields } from '../argo/knownFields';
import { APPLICATION, Fields, SET_SPEC } from '../argo/specFields';
import { hasPlaceholder } from '../argo/templates';
import { LayoutContext } from '../context';
import { readFirstDocument } from '../firstDocument';
import { TemplateError, UnsupportedTemplate } from '../goTemplate';
import { layoutProblem } from '../problems';
import { LayoutProblem } from '../types';
import { strategicMerge } from './strategicMerge';
import { ParameterTemplates } from './templates';
import { transform } from './transform';
import {
  GeneratorContext,
  GeneratorFailure,
  Parameters,
  UnsupportedGenerator,
} from './types';

/** What an ApplicationSet makes. */
export interface GeneratedApplications {
  readonly applications: readonly DeclaredApplication[];
  readonly problems: readonly LayoutProblem[];
}

/** Patches a rendered Application; the project stays what it was. */
function patched(application: JsonObject, patch: string): JsonObject {
  let value: Json;
  try {
    value = readFirstDocument(patch);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    throw new GeneratorFailure(`templatePatch: ${error.message}`);
  }
  if (value === null) return application;
  if (!isObject(value))
    throw new GeneratorFailure('templatePatch is no mapping');
  checkTypes(value, APPLICATION, 'templatePatch');
  const merged = strategicMerge(application, value) as JsonObject;
  const spec = getKey(merged, 'spec');
  const project = getKey(getKey(application, 'spec'), 'project') ?? null;
  return mergePatch(
    { ...merged, spec: isObject(spec) ? spec : {} },
    { spec: { project } },
  ) as JsonObject;
}

/** The API server refuses an object with a field of another type. */
function checkTypes(object: JsonObject, fields: Fields, where: string): void {
  const [wrong] = wrongFields(object, fields, where);
  if (wrong === undefined) return;
  throw new GeneratorFailure(`${wrong} has the wrong type`);
}

/** Renders the template of one result with one set of parameters. */
function renderOne(
  context: GeneratorContext,
  set: Manifest,
  template: JsonObject,
  parameters: Parameters,
): JsonObject {
  const { metadata, spec } = template;
  const written: JsonObject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: metadata ?? {},
    spec: spec ?? {},
  };
  const empty = parameters.entries.size === 0;
  let application = empty
    ? written
    : (context.templates.value(written, parameters) as JsonObject);
  const patch = getKey(getKey(set.object, 'spec'), 'templatePatch');
  if (typeof patch === 'string' && patch !== '') {
    const text = context.templates.text(patch, parameters);
    application = patched(application, text);
  }
  const metadataPatch: JsonObject = set.namespace
    ? { namespace: set.namespace }
    : {};
  return mergePatch(application, { metadata: metadataPatch }) as JsonObject;
}

/** Renders every generator. The first failure leaves the set with nothing. */
function renderAll(
  layout: LayoutContext,
  set: Manifest,
): { objects: JsonObject[]; unsupported: string[] } {
  const spec = getKey(set.object, 'spec');
  const goTemplate = getKey(spec, 'goTemplate') === true;
  const options = getKey(spec, 'goTemplateOptions');
  const templates = new ParameterTemplates(
    goTemplate,
    isList(options) ? options.map(String) : [],
  );
  const context = { layout, goTemplate, templates };
  const generators = getKey(spec, 'generators');
  const template = getKey(spec, 'template');
  if (!isList(generators) || !isObject(template)) {
    throw new GeneratorFailure('spec.generators or spec.template is missing');
  }
  checkTypes(spec as JsonObject, SET_SPEC, 'spec');
  const objects: JsonObject[] = [];
  const unsupported: string[] = [];
  for (const generator of generators) {
    try {
      const made = transform(context, generator, template).flatMap(result =>
        result.parameters.map(parameters =>
          renderOne(context, set, result.template, parameters),
        ),
      );
      objects.push(...made);
    } catch (error) {
      if (
        !(error instanceof UnsupportedGenerator) &&
        !(error instanceof UnsupportedTemplate)
      ) {
        throw error;
      }
      unsupported.push(error.message);
    }
  }
  return { objects, unsupported };
}

/** Why the API server or the controller does not create an Application. */
function notCreated(
  layout: LayoutContext,
  name: string,
  object: JsonObject,
): Pick<LayoutProblem, 'code' | 'message'> | undefined {
  if (hasPlaceholder(name)) {
    return {
      code: 'unresolved-template',
      message: `The name ${name} still holds a placeholder that no parameter fills, so the application is not created.`,
    };
  }
  if (!isDnsSubdomain(name)) {
    return {
      code: 'invalid-application',
      message: `"${name}" is no valid object name, so the application is not created.`,
    };
  }
  const { destination } = readApplicationSpec(getKey(object, 'spec'));
  const { server, name: cluster } = destination;
  if (Boolean(server) === Boolean(cluster)) {
    return {
      code: 'invalid-application',
      message: `${name} needs either the server or the name of a cluster as destination, so it is not created.`,
    };
  }
  return layout.clusters.accepts(destination)
    ? undefined
    : {
        code: 'unknown-cluster',
        message: `Argo CD knows no cluster ${
          server || cluster
        }, so ${name} is not created.`,
      };
}

function created(
  layout: LayoutContext,
  set: Manifest,
  objects: readonly JsonObject[],
): GeneratedApplications {
  const { file: path, line, document } = set.origin;
  const at = { path, line, document };
  const applications: DeclaredApplication[] = [];
  const problems: LayoutProblem[] = [];
  const byName = new Map<string, JsonObject[]>();
  for (const object of objects) {
    const written = getKey(getKey(object, 'metadata'), 'name');
    const name = typeof written === 'string' ? written : '';
    const found = byName.get(name);
    if (found) found.push(object);
    else byName.set(name, [object]);
  }
  for (const [name, same] of byName) {
    const refused = notCreated(layout, name, same[0]);
    if (refused) {
      problems.push(layoutProblem({ ...refused, application: name, ...at }));
    } else if (same.length > 1) {
      problems.push(
        layoutProblem({
          code: 'duplicate-application',
          application: name,
          ...at,
          message: `The set makes ${same.length} applications named ${name}, so none of them is created.`,
          fix: 'Use a parameter in the name that tells them apart.',
        }),
      );
    } else {
      applications.push({
        name,
        object: same[0],
        origin: set.origin,
        applicationSet: set.name,
      });
    }
  }
  return { applications, problems };
}

/** The Applications that a set makes of the tree. */
export function generateApplications(
  layout: LayoutContext,
  set: Manifest,
): GeneratedApplications {
  const { file: path, line, document } = set.origin;
  const at = { path, line, document };
  try {
    const { objects, unsupported } = renderAll(layout, set);
    const { applications, problems } = created(layout, set, objects);
    const unknown = unsupported.map(reason =>
      layoutProblem({
        code: 'unsupported-generator',
        ...at,
        message: `What ${set.name} generates is not known here: ${reason}.`,
      }),
    );
    return { applications, problems: [...unknown, ...problems] };
  } catch (error) {
    const known =
      error instanceof GeneratorFailure ||
      error instanceof UnsupportedGenerator ||
      error instanceof TemplateError;
    if (!known) throw error;
    return {
      applications: [],
      problems: [
        layoutProblem({
          code: 'applicationset-failed',
          ...at,
          message: `${set.name} generates nothing: ${error.message}.`,
          fix: 'Correct the set; Argo CD creates and updates none of its applications until then.',
        }),
      ],
    };
  }
}
