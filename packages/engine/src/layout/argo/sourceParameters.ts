import { isObject, Json, JsonObject } from '../../fields';
import { ManifestError } from '../../errors';
import { DirectoryOptions } from '../directorySource';
import { readFirstDocument } from '../firstDocument';
import { layoutProblem } from '../problems';
import { joinPath } from '../tree';
import { LayoutProblem, Tree } from '../types';
import { wrongFields } from './knownFields';
import { SOURCE } from './specFields';

/** What an Application says of how a source is rendered. */
export type SourceTool =
  | { readonly type: 'directory'; readonly options: DirectoryOptions }
  | {
      readonly type: 'rendered';
      readonly tool: string;
      readonly options: JsonObject;
    }
  | { readonly type: 'detect' }
  | { readonly type: 'wrong'; readonly problem: LayoutProblem };

const TOOLS = ['kustomize', 'helm', 'directory', 'plugin'];

/** A plugin stays one, even if nothing is set. */
const DROPPED = ['kustomize', 'helm', 'directory'];

function isEmpty(value: Json | undefined): boolean {
  if (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false
  ) {
    return true;
  }
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isEmpty);
}

/** Argo CD drops tool blocks in which nothing is set. */
function withoutEmptyTools(source: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(source).filter(
      ([key, value]) => !DROPPED.includes(key) || !isEmpty(value),
    ),
  );
}

/** JSON merge patch, RFC 7396. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: { [key: string]: Json } = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/**
 * The parameters with those of a file over them. Nothing is taken out: a null
 * in the file leaves what there is.
 */
function withParameters(target: Json | undefined, given: Json): Json {
  if (!isObject(given)) return given;
  const merged: { [key: string]: Json } = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(given)) {
    if (value !== null) merged[key] = withParameters(merged[key], value);
  }
  return merged;
}

function unusable(path: string, reason: string): LayoutProblem {
  return layoutProblem({
    code: 'invalid-yaml',
    path,
    message: `${path}: ${reason}`,
    fix: 'Correct the file; Argo CD patches the source with it.',
  });
}

function readPatch(
  tree: Tree,
  path: string,
): { patch?: JsonObject; problem?: LayoutProblem } {
  const file = tree.file(path);
  if (!file) return {};
  try {
    const patch = readFirstDocument(file.text);
    if (!isObject(patch)) {
      return { problem: unusable(path, 'it is no mapping of parameters') };
    }
    const [wrong] = wrongFields(patch, SOURCE);
    return wrong === undefined
      ? { patch }
      : { problem: unusable(path, `${wrong} has the wrong type`) };
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const { line, column } = error;
    return { problem: { ...unusable(path, error.message), line, column } };
  }
}

/**
 * How a source is rendered, after the `.argocd-source*.yaml` files of its
 * directory. Those cannot change the repository, path, revision or chart.
 */
export function sourceTool(
  tree: Tree,
  source: JsonObject,
  path: string,
  application: string,
): SourceTool {
  let merged: Json = withoutEmptyTools(source);
  for (const name of ['', `-${application}`]) {
    const file = joinPath(path, `.argocd-source${name}.yaml`);
    const { patch, problem } = readPatch(tree, file);
    if (problem) return { type: 'wrong', problem };
    if (patch) merged = withParameters(merged, patch);
  }
  const parameters = merged as JsonObject;
  const tools = TOOLS.filter(tool => isObject(parameters[tool]));
  if (tools.length > 1) {
    return {
      type: 'wrong',
      problem: layoutProblem({
        code: 'invalid-application',
        message: `The source names several tools: ${tools.join(', ')}.`,
        fix: 'Keep one of them.',
      }),
    };
  }
  if (tools.length === 0) return { type: 'detect' };
  const [tool] = tools;
  if (tool !== 'directory') {
    return { type: 'rendered', tool, options: parameters[tool] as JsonObject };
  }
  const directory = parameters.directory as JsonObject;
  const text = (value: Json | undefined) =>
    typeof value === 'string' ? value : '';
  return {
    type: 'directory',
    options: {
      recurse: directory.recurse === true,
      include: text(directory.include),
      exclude: text(directory.exclude),
      anyExtension: directory.disableExtensionFilter === true,
    },
  };
}
