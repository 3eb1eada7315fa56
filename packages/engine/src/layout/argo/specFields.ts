/**
 * The type of a field as the API server checks it. `any` is looked into no
 * further.
 */
export type FieldType =
  | 'any'
  | 'object'
  | 'string'
  | 'boolean'
  | 'integer'
  | 'strings'
  | 'textMap'
  | Fields
  | ListOf;

export type Fields = { readonly [field: string]: FieldType };

/** A list of objects with these fields. */
export class ListOf {
  constructor(readonly fields: Fields) {}
}

const PAIR: Fields = { name: 'string', value: 'string' };

const DIRECTORY: Fields = {
  recurse: 'boolean',
  jsonnet: 'object',
  exclude: 'string',
  include: 'string',
  disableExtensionFilter: 'boolean',
};

/** The fields of a source, which a file beside it may set as well. */
export const SOURCE: Fields = {
  repoURL: 'string',
  path: 'string',
  targetRevision: 'string',
  helm: 'object',
  kustomize: 'object',
  directory: DIRECTORY,
  plugin: 'object',
  chart: 'string',
  ref: 'string',
  name: 'string',
  tagPrefix: 'string',
};

/**
 * The fields of an Application's spec: pkg/apis/application/v1alpha1/types.go
 * of Argo CD 3.6.
 */
export const SPEC: Fields = {
  source: SOURCE,
  sources: new ListOf(SOURCE),
  sourceHydrator: 'object',
  destination: { server: 'string', namespace: 'string', name: 'string' },
  project: 'string',
  syncPolicy: {
    automated: {
      prune: 'boolean',
      selfHeal: 'boolean',
      allowEmpty: 'boolean',
      enabled: 'boolean',
    },
    syncOptions: 'strings',
    retry: {
      limit: 'integer',
      refresh: 'boolean',
      backoff: {
        duration: 'string',
        factor: 'integer',
        maxDuration: 'string',
      },
    },
    managedNamespaceMetadata: { labels: 'textMap', annotations: 'textMap' },
  },
  ignoreDifferences: new ListOf({
    group: 'string',
    kind: 'string',
    name: 'string',
    namespace: 'string',
    jsonPointers: 'strings',
    jqPathExpressions: 'strings',
    managedFieldsManagers: 'strings',
  }),
  info: new ListOf(PAIR),
  revisionHistoryLimit: 'integer',
};

/** Metadata of a template, and of a patch of one. */
const METADATA: Fields = {
  name: 'string',
  namespace: 'string',
  labels: 'textMap',
  annotations: 'textMap',
  finalizers: 'strings',
};

/** An Application as a template or a patch writes it. */
export const APPLICATION: Fields = { metadata: METADATA, spec: SPEC };

const SELECTOR: Fields = {
  matchLabels: 'textMap',
  matchExpressions: new ListOf({
    key: 'string',
    operator: 'string',
    values: 'strings',
  }),
};

const PATHS = new ListOf({ path: 'string', exclude: 'boolean' });

const TERMINAL: Fields = {
  list: { elements: 'any', elementsYaml: 'string', template: APPLICATION },
  clusters: {
    selector: SELECTOR,
    values: 'textMap',
    flatList: 'boolean',
    template: APPLICATION,
  },
  git: {
    repoURL: 'string',
    revision: 'string',
    directories: PATHS,
    files: PATHS,
    pathParamPrefix: 'string',
    values: 'textMap',
    requeueAfterSeconds: 'integer',
    template: APPLICATION,
  },
  selector: SELECTOR,
};
/** Nested combinations are checked only when they run. */
const NESTED: Fields = { ...TERMINAL, matrix: 'any', merge: 'any' };

/** A matrix or merge inside of another one. */
export const NESTED_COMBINATION: Fields = {
  generators: new ListOf(TERMINAL),
  mergeKeys: 'strings',
};

const GENERATORS: Fields = {
  ...TERMINAL,
  matrix: { generators: new ListOf(NESTED), template: APPLICATION },
  merge: {
    generators: new ListOf(NESTED),
    mergeKeys: 'strings',
    template: APPLICATION,
  },
};

/** The fields of an ApplicationSet's spec that decide what it makes. */
export const SET_SPEC: Fields = {
  goTemplate: 'boolean',
  goTemplateOptions: 'strings',
  generators: new ListOf(GENERATORS),
  template: APPLICATION,
  templatePatch: 'string',
};
