import { formatPath, isList, isObject, Json, keyPath } from '../../fields';

/**
 * The fields of an Application's spec. `any` stops there; the value of a
 * list is its element.
 */
type Fields = { readonly [field: string]: Fields | 'any' };

const ANY = 'any';

const DIRECTORY: Fields = {
  recurse: ANY,
  jsonnet: ANY,
  exclude: ANY,
  include: ANY,
  disableExtensionFilter: ANY,
};

const SOURCE: Fields = {
  repoURL: ANY,
  path: ANY,
  targetRevision: ANY,
  helm: ANY,
  kustomize: ANY,
  directory: DIRECTORY,
  plugin: ANY,
  chart: ANY,
  ref: ANY,
  name: ANY,
};

const SPEC: Fields = {
  source: SOURCE,
  sources: SOURCE,
  sourceHydrator: ANY,
  destination: { server: ANY, namespace: ANY, name: ANY },
  project: ANY,
  syncPolicy: {
    automated: { prune: ANY, selfHeal: ANY, allowEmpty: ANY, enabled: ANY },
    syncOptions: ANY,
    retry: {
      limit: ANY,
      refresh: ANY,
      backoff: { duration: ANY, factor: ANY, maxDuration: ANY },
    },
    managedNamespaceMetadata: { labels: ANY, annotations: ANY },
  },
  ignoreDifferences: {
    group: ANY,
    kind: ANY,
    name: ANY,
    namespace: ANY,
    jsonPointers: ANY,
    jqPathExpressions: ANY,
    managedFieldsManagers: ANY,
  },
  info: { name: ANY, value: ANY },
  revisionHistoryLimit: ANY,
};

function* unknownIn(
  value: Json,
  fields: Fields,
  path: readonly string[],
): Generator<readonly string[]> {
  if (isList(value)) {
    for (const item of value) yield* unknownIn(item, fields, path);
    return;
  }
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const known = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const at = [...path, key];
    if (known === undefined) yield at;
    else if (known !== ANY) yield* unknownIn(value[key], known, at);
  }
}

/**
 * Fields of an Application's spec that Argo CD does not have, each once, as
 * written paths: `spec.health`. The API server drops them.
 */
export function unknownFields(spec: Json): string[] {
  const found = [...unknownIn(spec, SPEC, ['spec'])];
  return [...new Set(found.map(path => formatPath(keyPath(...path))))];
}
