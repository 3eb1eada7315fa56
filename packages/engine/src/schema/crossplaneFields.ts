import { Json, JsonObject } from '../fields';

// Fields that Crossplane adds to the kinds it makes from an XRD. Source: the
// property tables of crossplane pkg/xcrd/schemas.go, written down anew.

const TEXT: JsonObject = { type: 'string' };

function object(
  properties: Record<string, JsonObject>,
  required: readonly string[] = [],
): JsonObject {
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
  };
}

function reference(...names: string[]): JsonObject {
  return object(Object.fromEntries(names.map(name => [name, TEXT])), names);
}

const SELECTOR = object(
  { matchLabels: { type: 'object', additionalProperties: TEXT } },
  ['matchLabels'],
);

function oneOf(...values: string[]): JsonObject {
  return { type: 'string', enum: values };
}

const RESOURCE_REFS: JsonObject = {
  type: 'array',
  'x-kubernetes-list-type': 'atomic',
  items: object({ apiVersion: TEXT, kind: TEXT, name: TEXT, namespace: TEXT }, [
    'apiVersion',
    'kind',
  ]),
};

/** How a composition is chosen; the same in every flavour. */
const COMPOSITION: Record<string, JsonObject> = {
  compositionRef: reference('name'),
  compositionSelector: SELECTOR,
  compositionRevisionRef: reference('name'),
  compositionRevisionSelector: SELECTOR,
  compositionUpdatePolicy: oneOf('Automatic', 'Manual'),
};

const PUBLISH = object(
  {
    name: TEXT,
    configRef: reference('name'),
    metadata: object({
      labels: { type: 'object', additionalProperties: TEXT },
      annotations: { type: 'object', additionalProperties: TEXT },
      type: TEXT,
    }),
  },
  ['name'],
);

/** Fields below `spec.crossplane` of a Crossplane v2 composite resource. */
const V2_SPEC: Record<string, JsonObject> = {
  crossplane: object({ ...COMPOSITION, resourceRefs: RESOURCE_REFS }),
};

/** Fields directly below `spec` of a legacy composite resource. */
const LEGACY_SPEC: Record<string, JsonObject> = {
  ...COMPOSITION,
  claimRef: reference('apiVersion', 'kind', 'namespace', 'name'),
  resourceRefs: RESOURCE_REFS,
  publishConnectionDetailsTo: PUBLISH,
  writeConnectionSecretToRef: reference('name', 'namespace'),
};

/** Fields directly below `spec` of a claim. */
const CLAIM_SPEC: Record<string, JsonObject> = {
  ...COMPOSITION,
  compositeDeletePolicy: oneOf('Background', 'Foreground'),
  resourceRef: reference('apiVersion', 'kind', 'name'),
  publishConnectionDetailsTo: PUBLISH,
  writeConnectionSecretToRef: reference('name'),
};

const STATUS: Record<string, JsonObject> = {
  conditions: {
    type: 'array',
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['type'],
    items: object(
      {
        lastTransitionTime: { type: 'string', format: 'date-time' },
        message: TEXT,
        observedGeneration: { type: 'integer' },
        reason: TEXT,
        status: TEXT,
        type: TEXT,
      },
      ['lastTransitionTime', 'reason', 'status', 'type'],
    ),
  },
  connectionDetails: object({ lastPublishedTime: TEXT }),
};

/** Names of the fields below `spec` that a form does not ask for. */
export const INJECTED_SPEC_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(V2_SPEC),
  ...Object.keys(LEGACY_SPEC),
  ...Object.keys(CLAIM_SPEC),
]);

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}

function extend(schema: JsonObject, added: Record<string, JsonObject>) {
  return {
    type: 'object',
    ...schema,
    properties: { ...asObject(schema.properties), ...added },
  };
}

/** The schema of an XRD's version as the API server gets it from Crossplane. */
export function injectFields(
  schema: JsonObject,
  flavor: 'v2' | 'legacy' | 'claim',
): JsonObject {
  const specs = { v2: V2_SPEC, legacy: LEGACY_SPEC, claim: CLAIM_SPEC };
  const properties = asObject(schema.properties);
  return {
    ...schema,
    type: 'object',
    required: ['spec'],
    properties: {
      ...properties,
      apiVersion: TEXT,
      kind: TEXT,
      metadata: { type: 'object' },
      spec: extend(asObject(properties.spec), specs[flavor]),
      status: extend(asObject(properties.status), STATUS),
    },
  };
}
