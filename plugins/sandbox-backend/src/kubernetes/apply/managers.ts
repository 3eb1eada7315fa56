import { KubeObject, ManagedFieldsEntry } from '../objects';
import { FieldSet } from './FieldSet';

/** What one manager owns by one kind of operation. */
export interface Owner {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly subresource?: string;
  readonly time?: string;
  readonly fields: FieldSet;
}

export type Owners = ReadonlyMap<string, Owner>;

/** At most this many Update entries; older ones are merged into one. */
const MAX_UPDATERS = 10;

/** Fields of every object that nobody owns: identity and bookkeeping. */
const UNOWNED = FieldSet.parse({
  'f:apiVersion': {},
  'f:kind': {},
  'f:metadata': {
    '.': {},
    'f:name': {},
    'f:namespace': {},
    'f:creationTimestamp': {},
    'f:selfLink': {},
    'f:uid': {},
    'f:clusterName': {},
    'f:generation': {},
    'f:managedFields': {},
    'f:resourceVersion': {},
  },
});

export function ownerKey(owner: Omit<Owner, 'fields' | 'time'>): string {
  return [
    owner.manager,
    owner.operation,
    owner.apiVersion,
    owner.subresource ?? '',
  ].join('\n');
}

/** Reads `metadata.managedFields`. */
export function readOwners(object: KubeObject | undefined): Map<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const entry of object?.metadata.managedFields ?? []) {
    const owner: Owner = {
      manager: entry.manager,
      operation: entry.operation,
      apiVersion: entry.apiVersion,
      subresource: entry.subresource || undefined,
      time: entry.time,
      fields: FieldSet.parse(entry.fieldsV1),
    };
    owners.set(ownerKey(owner), owner);
  }
  return owners;
}

/** Takes away what nobody can own, and the owners that have nothing else. */
export function stripUnowned(owners: Owners): Map<string, Owner> {
  const kept = new Map<string, Owner>();
  for (const [key, owner] of owners) {
    const fields = owner.fields.difference(UNOWNED);
    if (!fields.empty) kept.set(key, { ...owner, fields });
  }
  return kept;
}

/** Merges the oldest Update entries while there are too many of them. */
export function capUpdaters(owners: Owners): Map<string, Owner> {
  const capped = new Map(owners);
  const updaters = [...owners.values()]
    .filter(owner => owner.operation === 'Update')
    .sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''));
  while (updaters.length > MAX_UPDATERS) {
    const [first, second] = updaters.splice(0, 2);
    capped.delete(ownerKey(first));
    capped.delete(ownerKey(second));
    const merged: Owner = {
      manager: 'ancient-changes',
      operation: 'Update',
      apiVersion: second.apiVersion,
      time: second.time,
      fields: first.fields.union(second.fields),
    };
    capped.set(ownerKey(merged), merged);
    updaters.unshift(merged);
  }
  return capped;
}

/** Writes the entries as the API shows them: Apply first, then by time. */
export function writeOwners(owners: Owners): ManagedFieldsEntry[] {
  return [...owners.values()]
    .sort(
      (a, b) =>
        a.operation.localeCompare(b.operation) ||
        (a.time ?? '').localeCompare(b.time ?? '') ||
        a.manager.localeCompare(b.manager) ||
        (a.subresource ?? '').localeCompare(b.subresource ?? ''),
    )
    .map(owner => ({
      manager: owner.manager,
      operation: owner.operation,
      apiVersion: owner.apiVersion,
      ...(owner.time ? { time: owner.time } : {}),
      fieldsType: 'FieldsV1',
      fieldsV1: owner.fields.toFields(),
      ...(owner.subresource ? { subresource: owner.subresource } : {}),
    }));
}
