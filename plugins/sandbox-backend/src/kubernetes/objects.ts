import { JsonObject, JsonValue } from '@backstage/types';

/** One manager's entry in `metadata.managedFields`. */
export type ManagedFieldsEntry = {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time?: string;
  fieldsType: 'FieldsV1';
  fieldsV1: JsonObject;
  subresource?: string;
};

export type OwnerReference = {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
};

export type ObjectMeta = {
  name: string;
  namespace?: string;
  generateName?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFieldsEntry[];
};

/** Any object of a cluster. Stored objects are never changed in place. */
export type KubeObject = JsonObject & {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
};

/** A condition of a status, as the API conventions have it. */
export type Condition = {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message?: string;
  lastTransitionTime: string;
  observedGeneration?: number;
};

/** True for a mapping, false for lists and scalars. */
export function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping at a key, or undefined where there is something else. */
export function mapAt(
  value: JsonValue | undefined,
  ...keys: string[]
): JsonObject | undefined {
  const found = valueAt(value, ...keys);
  return isMap(found) ? found : undefined;
}

/** The value at a chain of keys. */
export function valueAt(
  value: JsonValue | undefined,
  ...keys: string[]
): JsonValue | undefined {
  let current = value;
  for (const key of keys) {
    if (!isMap(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** The string at a chain of keys. */
export function textAt(
  value: JsonValue | undefined,
  ...keys: string[]
): string | undefined {
  const found = valueAt(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** The list at a chain of keys, empty if there is none. */
export function listAt(
  value: JsonValue | undefined,
  ...keys: string[]
): JsonValue[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** Same value, whatever the order of keys. */
export function sameJson(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => sameJson(item, right[index]))
    );
  }
  if (!isMap(left) || !isMap(right)) return false;
  const keys = Object.keys(left).filter(key => left[key] !== undefined);
  const others = Object.keys(right).filter(key => right[key] !== undefined);
  return (
    keys.length === others.length &&
    keys.every(
      key => Object.hasOwn(right, key) && sameJson(left[key], right[key]),
    )
  );
}

/** The group of an apiVersion; empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** The time as the API writes it: whole seconds, UTC. */
export function timestamp(date: Date = new Date()): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
