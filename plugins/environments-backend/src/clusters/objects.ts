import { getKey, isList, Json, JsonObject } from '@stagecraft/engine';
import { GroupVersionKind, ObjectRef } from './types';

function string(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A string of metadata, e.g. name or resourceVersion. */
export function metadataText(
  object: JsonObject,
  key: string,
): string | undefined {
  return string(getKey(getKey(object, 'metadata'), key));
}

/** Key of an object among those of its kind. */
export function objectKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** Key of a kind. */
export function kindKey(kind: GroupVersionKind): string {
  return `${kind.apiVersion} ${kind.kind}`;
}

/** Names a raw object of a known kind. */
export function refOf(kind: GroupVersionKind, object: JsonObject): ObjectRef {
  return {
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    namespace: metadataText(object, 'namespace'),
    name: metadataText(object, 'name') ?? '',
  };
}

/**
 * What Crossplane made for a composite: `spec.crossplane.resourceRefs` (v2) or
 * `spec.resourceRefs` (v1); a claim names its composite in `spec.resourceRef`.
 * References of a namespaced composite without a namespace are in its own.
 */
export function composedRefs(object: JsonObject): ObjectRef[] {
  const spec = getKey(object, 'spec');
  const v2 = getKey(getKey(spec, 'crossplane'), 'resourceRefs');
  const v1 = getKey(spec, 'resourceRefs');
  const claimed = getKey(spec, 'resourceRef');
  const refs = [
    ...(isList(v2) ? v2 : []),
    ...(isList(v1) ? v1 : []),
    ...(claimed === undefined ? [] : [claimed]),
  ];
  return refs.flatMap(ref => {
    const apiVersion = string(getKey(ref, 'apiVersion'));
    const kind = string(getKey(ref, 'kind'));
    const name = string(getKey(ref, 'name'));
    if (!apiVersion || !kind || !name) return [];
    const namespace =
      string(getKey(ref, 'namespace')) ??
      (isList(v2) ? metadataText(object, 'namespace') : undefined);
    return [{ apiVersion, kind, namespace, name }];
  });
}
