import { getKey, isList, isObject, Json, JsonObject } from '../../fields';
import { NotRendered } from './directories';
import { withImages } from './images';

/** A kustomization with the options of an Application in it, or why not. */
export type AppliedOptions =
  | { readonly state: 'applied'; readonly value: JsonObject }
  | NotRendered;

class Refused extends Error {}

class Elsewhere extends Error {}

function list(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

function map(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** Argo CD's own variables are known to Argo CD only. */
function plain(text: string): string {
  if (/\$\{?ARGOCD_/.test(text)) {
    throw new Elsewhere(`${text} names a variable that only Argo CD knows.`);
  }
  return text;
}

function strings(value: Json | undefined): string[] {
  return list(value).map(item => plain(String(item)));
}

function added(
  what: string,
  current: JsonObject,
  more: JsonObject,
  force: boolean,
): JsonObject {
  const taken = Object.keys(more).find(key => Object.hasOwn(current, key));
  if (taken !== undefined && !force) {
    throw new Refused(
      `The ${what} ${taken} is in the kustomization file already, and the Application does not force it.`,
    );
  }
  return { ...current, ...more };
}

function pairs(value: Json | undefined, substituted: boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(map(value)).map(([key, text]) => [
      key,
      substituted ? plain(String(text)) : String(text),
    ]),
  );
}

function withLabels(value: JsonObject, options: JsonObject): JsonObject {
  const labels = pairs(options.commonLabels, true);
  if (Object.keys(labels).length === 0) return value;
  const force = options.forceCommonLabels === true;
  if (options.labelWithoutSelector !== true) {
    const all = added('label', map(value.commonLabels), labels, force);
    return { ...value, commonLabels: all };
  }
  const includeTemplates = options.labelIncludeTemplates === true;
  const entry = { pairs: labels, includeSelectors: false, includeTemplates };
  return { ...value, labels: [...list(value.labels), entry] };
}

function withAnnotations(value: JsonObject, options: JsonObject): JsonObject {
  const substituted = options.commonAnnotationsEnvsubst === true;
  const annotations = pairs(options.commonAnnotations, substituted);
  if (Object.keys(annotations).length === 0) return value;
  const force = options.forceCommonAnnotations === true;
  const current = map(value.commonAnnotations);
  const all = added('annotation', current, annotations, force);
  return { ...value, commonAnnotations: all };
}

function withReplicas(
  value: JsonObject,
  replicas: readonly Json[],
): JsonObject {
  const changed = new Map<string, Json>();
  for (const entry of replicas) {
    const count = Number(getKey(entry, 'count'));
    if (!Number.isInteger(count)) {
      throw new Refused('A replicas entry of the Application has no count.');
    }
    const name = String(getKey(entry, 'name') ?? '');
    changed.set(name, { name, count });
  }
  const others = list(value.replicas).filter(
    entry => !changed.has(String(getKey(entry, 'name') ?? '')),
  );
  return { ...value, replicas: [...others, ...changed.values()] };
}

function apply(
  written: JsonObject,
  options: JsonObject,
  components: readonly string[],
): JsonObject {
  let value = written;
  for (const field of ['namePrefix', 'nameSuffix', 'namespace']) {
    const text = options[field];
    if (typeof text === 'string' && text) value = { ...value, [field]: text };
  }
  const images = strings(options.images);
  if (images.length > 0) {
    const all = withImages(list(value.images), images);
    if (!all) throw new Refused('An image of the Application is no image.');
    value = { ...value, images: all };
  }
  const replicas = list(options.replicas);
  if (replicas.length > 0) value = withReplicas(value, replicas);
  value = withAnnotations(withLabels(value, options), options);
  const patches = list(options.patches);
  if (patches.length > 0) {
    value = { ...value, patches: [...list(value.patches), ...patches] };
  }
  const more = components.filter(
    component => !list(value.components).includes(component),
  );
  return more.length > 0
    ? { ...value, components: [...list(value.components), ...more] }
    : value;
}

/**
 * What Argo CD does to a kustomization file before it builds, with the options
 * under `source.kustomize` (util/kustomize/kustomize.go). `version` and the
 * versions of the cluster's API choose a binary there and change nothing here.
 *
 * @param components - those of the options that count
 */
export function applyKustomizeOptions(
  written: JsonObject,
  options: JsonObject,
  components: readonly string[],
): AppliedOptions {
  try {
    const value = apply(written, options, components);
    return { state: 'applied', value };
  } catch (error) {
    if (error instanceof Refused) {
      return { state: 'refused', reason: error.message };
    }
    if (!(error instanceof Elsewhere)) throw error;
    return { state: 'elsewhere', reason: error.message };
  }
}
