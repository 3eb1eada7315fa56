import { JsonObject } from '@backstage/types';
import { readXrds } from '@stagecraft/engine';
import { KubeObject, mapAt, textAt } from '../kubernetes/objects';
import { plainObject } from '../plain';
import { XP_API } from './constants';

const OPEN: JsonObject = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

interface Definition {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
  readonly versions: ReadonlyArray<{
    name: string;
    schema: JsonObject;
    columns?: JsonObject[];
  }>;
  readonly categories?: string[];
  readonly ownerReferences?: JsonObject[];
}

function crd(definition: Definition): JsonObject {
  const { group, kind, plural, scope, versions, categories } = definition;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      ...(definition.ownerReferences
        ? { ownerReferences: definition.ownerReferences }
        : {}),
    },
    spec: {
      group,
      scope,
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        listKind: `${kind}List`,
        ...(categories ? { categories } : {}),
      },
      versions: versions.map((version, index) => ({
        name: version.name,
        served: true,
        storage: index === 0,
        schema: { openAPIV3Schema: version.schema },
        subresources: { status: {} },
        ...(version.columns
          ? { additionalPrinterColumns: version.columns }
          : {}),
      })),
    },
  };
}

/** The kinds that come with Crossplane. */
export const CROSSPLANE_CRDS: readonly JsonObject[] = [
  crd({
    group: XP_API,
    kind: 'CompositeResourceDefinition',
    plural: 'compositeresourcedefinitions',
    scope: 'Cluster',
    versions: [
      { name: 'v2', schema: OPEN },
      { name: 'v1', schema: OPEN },
    ],
  }),
  crd({
    group: XP_API,
    kind: 'Composition',
    plural: 'compositions',
    scope: 'Cluster',
    versions: [{ name: 'v1', schema: OPEN }],
  }),
  crd({
    group: XP_API,
    kind: 'CompositionRevision',
    plural: 'compositionrevisions',
    scope: 'Cluster',
    versions: [{ name: 'v1', schema: OPEN }],
  }),
];

/** The CRD that Crossplane makes of a definition; undefined if it defines nothing. */
export function crdOfDefinition(
  definition: KubeObject,
): JsonObject | undefined {
  const [xrd] = readXrds([{ object: definition as never }]);
  if (!xrd) return undefined;
  return crd({
    group: xrd.group,
    kind: xrd.kind,
    plural: xrd.plural,
    scope: xrd.scope,
    categories: ['composite'],
    versions: xrd.versions
      .filter(version => version.served)
      .map(version => ({
        name: version.name,
        schema: plainObject(version.schema),
        columns: version.printerColumns.map(column => ({ ...column })),
      })),
    ownerReferences: [
      {
        apiVersion: definition.apiVersion,
        kind: definition.kind,
        name: definition.metadata.name,
        uid: definition.metadata.uid ?? '',
        controller: true,
        blockOwnerDeletion: true,
      },
    ],
  });
}

/** The CRD of a managed resource, as its provider brings it. */
export function crdOfManaged(apiVersion: string, kind: string): JsonObject {
  const [group, version] = apiVersion.split('/');
  const spec: JsonObject = {
    ...OPEN,
    properties: {
      managementPolicies: {
        type: 'array',
        items: { type: 'string' },
        'x-kubernetes-list-type': 'set',
        default: ['*'],
      },
      providerConfigRef: {
        type: 'object',
        properties: { kind: { type: 'string' }, name: { type: 'string' } },
        default: { kind: 'ClusterProviderConfig', name: 'default' },
      },
    },
  };
  return crd({
    group,
    kind,
    plural: `${kind.toLowerCase()}s`,
    scope: 'Namespaced',
    categories: ['crossplane', 'managed'],
    versions: [{ name: version, schema: { ...OPEN, properties: { spec } } }],
  });
}

/** True for the API of a managed resource rather than of Kubernetes itself. */
export function isManagedApi(apiVersion: string): boolean {
  const [group, version] = apiVersion.split('/');
  return (
    version !== undefined && group.includes('.') && !group.endsWith('.k8s.io')
  );
}

/** The kind that a definition defines. */
export function definedKind(definition: KubeObject): {
  apiVersion: string;
  kind: string;
} {
  const group = textAt(definition, 'spec', 'group') ?? '';
  const [xrd] = readXrds([{ object: definition as never }]);
  const version = xrd?.versions.find(one => one.served)?.name ?? '';
  return {
    apiVersion: `${group}/${version}`,
    kind: textAt(mapAt(definition, 'spec', 'names'), 'kind') ?? '',
  };
}
