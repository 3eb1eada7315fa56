import { getKey, GroupVersionKind, isList, Json, JsonObject } from '../fields';

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
const TRACKING_LABELS = [
  'app.kubernetes.io/instance',
  'argocd.argoproj.io/instance',
];
const CROSSPLANE_LABELS = [
  'crossplane.io/claim-name',
  'crossplane.io/composite',
];

function metadataKey(object: JsonObject, map: string, key: string) {
  return getKey(getKey(object.metadata, map), key);
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/**
 * True if the object's own tracking mark says that an application manages it.
 * The annotation names the object; a copy on another object does not count.
 *
 * Source: Argo CD, resource tracking: `app:group/kind:namespace/name`.
 */
function isTracked(object: JsonObject, gvk: GroupVersionKind): boolean {
  const id = metadataKey(object, 'annotations', TRACKING_ID);
  if (typeof id === 'string') {
    const namespace = text(getKey(object.metadata, 'namespace'));
    const name = text(getKey(object.metadata, 'name'));
    return id.endsWith(`:${gvk.group}/${gvk.kind}:${namespace}/${name}`);
  }
  return TRACKING_LABELS.some(
    label => metadataKey(object, 'labels', label) !== undefined,
  );
}

function hasController(object: JsonObject): boolean {
  const owners = getKey(object.metadata, 'ownerReferences');
  return (
    isList(owners) && owners.some(owner => getKey(owner, 'controller') === true)
  );
}

/**
 * True if an object that Git does not have should not be there: an application
 * manages it, no controller owns it, and Crossplane did not make it.
 */
export function isOrphan(
  object: JsonObject,
  gvk: GroupVersionKind,
  trackedHere: boolean | undefined,
): boolean {
  const isMade =
    hasController(object) ||
    CROSSPLANE_LABELS.some(
      label => metadataKey(object, 'labels', label) !== undefined,
    );
  return !isMade && (trackedHere ?? isTracked(object, gvk));
}
