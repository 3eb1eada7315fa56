import { Json, JsonObject, getKey, gvkOf, isList, isObject } from '../fields';
import { injectFields } from './crossplaneFields';
import { PrinterColumn, Xrd, XrdVersion } from './types';

function text(value: Json | undefined, key: string): string {
  const found = getKey(value, key);
  return typeof found === 'string' ? found : '';
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

function printerColumns(version: JsonObject): PrinterColumn[] {
  return objects(getKey(version, 'additionalPrinterColumns')).map(column => ({
    name: text(column, 'name'),
    type: text(column, 'type') || 'string',
    jsonPath: text(column, 'jsonPath') || text(column, 'JSONPath'),
    priority: Number(getKey(column, 'priority') ?? 0) || 0,
  }));
}

function schemaOf(version: JsonObject): JsonObject {
  const schema = getKey(getKey(version, 'schema'), 'openAPIV3Schema');
  return isObject(schema) ? schema : {};
}

function versions(
  spec: JsonObject,
  flavor: Xrd['flavor'],
  hasClaim: boolean,
): XrdVersion[] {
  return objects(getKey(spec, 'versions')).map(version => {
    const schema = schemaOf(version);
    return {
      name: text(version, 'name'),
      served: getKey(version, 'served') !== false,
      schema: flavor === 'crd' ? schema : injectFields(schema, flavor),
      ...(hasClaim && { claimSchema: injectFields(schema, 'claim') }),
      printerColumns: printerColumns(version),
    };
  });
}

function flavorOf(
  object: JsonObject,
  spec: JsonObject,
): Xrd['flavor'] | undefined {
  const { group, version, kind } = gvkOf(object);
  if (group === 'apiextensions.k8s.io' && kind === 'CustomResourceDefinition') {
    return 'crd';
  }
  if (
    group !== 'apiextensions.crossplane.io' ||
    kind !== 'CompositeResourceDefinition'
  ) {
    return undefined;
  }
  const scope = text(spec, 'scope');
  if (scope) return scope === 'LegacyCluster' ? 'legacy' : 'v2';
  return version === 'v1' ? 'legacy' : 'v2';
}

function scopeOf(flavor: Xrd['flavor'], spec: JsonObject): Xrd['scope'] {
  if (flavor === 'legacy') return 'Cluster';
  return text(spec, 'scope') === 'Cluster' ? 'Cluster' : 'Namespaced';
}

function readXrd(object: JsonObject): Xrd | undefined {
  const spec = getKey(object, 'spec');
  const flavor = isObject(spec) ? flavorOf(object, spec) : undefined;
  if (!isObject(spec) || !flavor) return undefined;
  const names = getKey(spec, 'names');
  const claims = getKey(spec, 'claimNames');
  const claimKind = flavor === 'crd' ? '' : text(claims, 'kind');
  return {
    flavor,
    group: text(spec, 'group'),
    kind: text(names, 'kind'),
    plural: text(names, 'plural'),
    scope: scopeOf(flavor, spec),
    ...(claimKind && { claimKind, claimPlural: text(claims, 'plural') }),
    versions: versions(spec, flavor, claimKind !== ''),
  };
}

/**
 * The kinds that a repository defines: Crossplane XRDs (v1 and v2) and CRDs.
 * Everything else among the manifests is passed over. Schemas of XRDs come
 * with the fields that Crossplane adds to them.
 */
export function readXrds(
  manifests: Iterable<{ readonly object: JsonObject }>,
): Xrd[] {
  const found: Xrd[] = [];
  for (const { object } of manifests) {
    const xrd = readXrd(object);
    if (xrd && xrd.kind !== '') found.push(xrd);
  }
  return found;
}
