import { FieldPath, getAt, JsonObject, keyPath } from '../fields';

// Written by Crossplane directly below spec of a legacy composite resource or
// a claim.
const LEGACY_SPEC = new Set([
  'claimRef',
  'compositeDeletePolicy',
  'compositionRef',
  'compositionRevisionRef',
  'compositionRevisionSelector',
  'compositionSelector',
  'compositionUpdatePolicy',
  'resourceRef',
  'resourceRefs',
  'writeConnectionSecretToRef',
]);

const MANAGED_SPEC = new Set([
  'deletionPolicy',
  'forProvider',
  'initProvider',
  'managementPolicies',
  'providerConfigRef',
]);

const FOR_PROVIDER = keyPath('spec', 'forProvider');
const METADATA_KEY = 'crossplane.io/';

function keyAt(path: FieldPath, index: number): string {
  const step = path[index];
  return step?.type === 'key' ? step.key : '';
}

/**
 * True for a live-only field that Crossplane's controllers write into its
 * objects. Providers name themselves as they like, so a manager that nobody has
 * told us about is taken for one of them here.
 *
 * Source: crossplane-runtime pkg/xcrd/schemas.go and the managed reconciler.
 */
export function isCrossplaneField(path: FieldPath, live: JsonObject): boolean {
  const root = keyAt(path, 0);
  const field = keyAt(path, 1);
  if (root === 'metadata') {
    if (field === 'finalizers') {
      const member = path[2];
      return (
        member?.type === 'member' &&
        typeof member.value === 'string' &&
        member.value.endsWith('.crossplane.io')
      );
    }
    return (
      (field === 'labels' || field === 'annotations') &&
      keyAt(path, 2).startsWith(METADATA_KEY) &&
      keyAt(path, 2) !== 'crossplane.io/paused'
    );
  }
  if (root !== 'spec') return false;
  if (field === 'crossplane') return true;
  if (MANAGED_SPEC.has(field)) return getAt(live, FOR_PROVIDER) !== undefined;
  return (
    LEGACY_SPEC.has(field) &&
    (getAt(live, keyPath('spec', 'resourceRefs')) !== undefined ||
      getAt(live, keyPath('spec', 'resourceRef')) !== undefined ||
      getAt(live, keyPath('spec', 'compositionRef')) !== undefined)
  );
}
