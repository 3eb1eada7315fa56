import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, KubeObject, sameJson, timestamp } from '../objects';
import { StatusError } from '../status';
import { FieldType } from '../types/FieldType';
import { compareFields } from './compareFields';
import { FieldSet } from './FieldSet';
import {
  capUpdaters,
  Owner,
  ownerKey,
  Owners,
  readOwners,
  stripUnowned,
  writeOwners,
} from './managers';
import { mergeFields } from './mergeFields';
import { removeFields } from './removeFields';
import { toFieldSet, withContainers } from './toFieldSet';

/** Who writes, and how. */
export interface Writer {
  readonly manager: string;
  readonly apiVersion: string;
  readonly subresource?: string;
  readonly now: Date;
}

export interface UpdateOptions {
  readonly writer: Writer;
  readonly type: FieldType;
  /** Fields that this request cannot write: `status`, or all but `status`. */
  readonly unwritable: FieldSet;
}

export interface ApplyOptions extends UpdateOptions {
  /** Take over the fields of other managers instead of refusing. */
  readonly force: boolean;
}

function withoutManagedFields(object: KubeObject): KubeObject {
  const { managedFields: _, ...metadata } = object.metadata;
  return { ...object, metadata } as KubeObject;
}

/** The same object but for who owns it since when: nothing to write. */
export function sameButTimes(left: KubeObject, right: KubeObject): boolean {
  const untimed = (object: KubeObject): JsonValue =>
    (object.metadata.managedFields ?? []).map(({ time: _, ...entry }) => entry);
  return (
    sameJson(untimed(left), untimed(right)) &&
    sameJson(withoutManagedFields(left), withoutManagedFields(right))
  );
}

function withOwners(object: KubeObject, owners: Owners): KubeObject {
  const entries = writeOwners(capUpdaters(stripUnowned(owners)));
  const metadata = { ...object.metadata };
  delete metadata.managedFields;
  if (entries.length > 0) metadata.managedFields = entries;
  return { ...object, metadata } as KubeObject;
}

function mapOwners(
  owners: Owners,
  change: (fields: FieldSet, key: string) => FieldSet,
): Map<string, Owner> {
  const result = new Map<string, Owner>();
  for (const [key, owner] of owners) {
    const fields = change(owner.fields, key);
    if (!fields.empty) result.set(key, { ...owner, fields });
  }
  return result;
}

/**
 * The scale subresource notes who took a field over from somebody, without the
 * time; a field that was nobody's stays so.
 *
 * Source: apimachinery managedfields/scalehandler.go.
 */
function isScale(writer: Writer): boolean {
  return writer.subresource === 'scale';
}

function isOwned(fields: FieldSet, owners: Owners): boolean {
  return [...owners.values()].some(
    owner => !owner.fields.intersection(fields).empty,
  );
}

/**
 * Notes who changed what by create, update or patch. Others lose the fields
 * that changed; the writer gains those it added or modified, and nothing by a
 * removal. For a new object `live` is what an empty one of its kind holds.
 */
export function noteUpdate(
  live: KubeObject | JsonObject,
  next: KubeObject,
  options: UpdateOptions,
): KubeObject {
  const { type, unwritable, writer } = options;
  const before = isKubeObject(live) ? withoutManagedFields(live) : live;
  const after = withoutManagedFields(next);
  const change = compareFields(before, after, type);
  const written = change.modified.union(change.added);
  const self = { ...writer, operation: 'Update' as const };
  const key = ownerKey(self);
  const known = isKubeObject(live) ? readOwners(live) : new Map();
  const owners = mapOwners(known, fields =>
    fields.difference(written).difference(change.removed),
  );
  const gained = written.recursiveDifference(unwritable);
  const isNothing = !stripUnowned(new Map([[key, { ...self, fields: gained }]]))
    .size;
  if (isNothing || (isScale(writer) && !isOwned(written, known))) {
    return withOwners(next, owners);
  }
  owners.set(key, {
    manager: writer.manager,
    operation: 'Update',
    apiVersion: writer.apiVersion,
    subresource: writer.subresource,
    ...(isScale(writer) ? {} : { time: timestamp(writer.now) }),
    fields: gained.union(owners.get(key)?.fields ?? FieldSet.EMPTY),
  });
  return withOwners(next, owners);
}

/** Removes what the manager applied before and now leaves out, if nobody else owns it. */
function prune(
  merged: KubeObject,
  last: FieldSet,
  owners: Owners,
  type: FieldType,
): KubeObject {
  if (last.empty) return merged;
  const whole = (value: JsonValue | undefined) =>
    withContainers(toFieldSet(value ?? {}, type), type);
  const lastWhole = withContainers(last, type);
  const all = whole(merged);
  const pruned = removeFields(merged, lastWhole, type);
  let owned = FieldSet.EMPTY;
  for (const owner of owners.values()) owned = owned.union(owner.fields);
  const kept = removeFields(
    merged,
    all.difference(whole(pruned).union(withContainers(owned, type))),
    type,
  );
  const dangling = all.difference(whole(kept)).intersection(lastWhole);
  return removeFields(merged, dangling, type) as KubeObject;
}

function ownerText(owner: Owner): string {
  const by = owner.subresource
    ? `"${owner.manager}" with subresource "${owner.subresource}"`
    : `"${owner.manager}"`;
  return owner.operation === 'Update' ? `${by} using ${owner.apiVersion}` : by;
}

function conflictError(
  conflicts: ReadonlyArray<readonly [Owner, FieldSet]>,
): StatusError {
  const causes = conflicts.flatMap(([owner, fields]) =>
    [...fields.paths()].map(field => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${ownerText(owner)}`,
      field,
    })),
  );
  const lines = conflicts.map(([owner, fields]) => {
    const paths = [...fields.paths()];
    return paths.length === 1
      ? `conflict with ${ownerText(owner)}: ${paths[0]}`
      : `conflicts with ${ownerText(owner)}:\n- ${paths.join('\n- ')}`;
  });
  const count = `${causes.length} conflict${causes.length === 1 ? '' : 's'}`;
  return new StatusError(
    'Conflict',
    `Apply failed with ${count}: ${lines.join('\n')}`,
    { causes },
  );
}

/** Entries for objects that were written before anything was noted. */
function existingOwners(live: KubeObject, type: FieldType): Map<string, Owner> {
  const owners = readOwners(live);
  if (owners.size > 0 || !live.metadata.uid) return owners;
  const owner: Owner = {
    manager: 'before-first-apply',
    operation: 'Update',
    apiVersion: live.apiVersion,
    fields: toFieldSet(withoutManagedFields(live), type),
  };
  return new Map([[ownerKey(owner), owner]]);
}

/**
 * Server-side apply: merges the configuration into the live object and notes
 * who owns what. Throws a Conflict if it would change another's field without
 * force. Defaults are filled in by the caller, so that nobody owns them.
 */
export function applyConfiguration(
  live: KubeObject,
  config: KubeObject,
  options: ApplyOptions,
): KubeObject {
  const { type, writer, unwritable } = options;
  const before = withoutManagedFields(live);
  const writable = (removeFields(config, unwritable, type) ??
    config) as KubeObject;
  const merged = mergeFields(before, writable, type) as KubeObject;
  const owners = existingOwners(live, type);
  const self = { ...writer, operation: 'Apply' as const };
  const key = ownerKey(self);
  const last = owners.get(key);
  const fields = toFieldSet(writable, type);
  owners.set(key, {
    manager: writer.manager,
    operation: 'Apply',
    apiVersion: writer.apiVersion,
    subresource: writer.subresource,
    time: timestamp(writer.now),
    fields,
  });
  const pruned = prune(merged, last?.fields ?? FieldSet.EMPTY, owners, type);
  const change = compareFields(before, pruned, type);
  const written = change.modified.union(change.added);
  const conflicts: [Owner, FieldSet][] = [];
  for (const [other, owner] of owners) {
    const taken = owner.fields.intersection(written);
    if (other !== key && !taken.empty) conflicts.push([owner, taken]);
  }
  if (conflicts.length > 0 && !options.force) {
    throw conflictError(conflicts);
  }
  const next = mapOwners(owners, (owned, other) =>
    other === key
      ? owned
      : owned.difference(written).difference(change.removed),
  );
  return withOwners(pruned, next);
}

/** True for a mapping with the parts every object has. */
export function isKubeObject(
  value: JsonValue | undefined,
): value is KubeObject {
  return (
    isMap(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isMap(value.metadata)
  );
}
