import { JsonObject } from '@backstage/types';
import { FieldType } from './FieldType';

/** Where `scale` finds the numbers, as simple JSON paths. */
export interface ScaleSubresource {
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
}

/** A kind that a cluster serves, under one version. */
export interface Resource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly namespaced: boolean;
  /** Written through its own subresource; otherwise a plain field. */
  readonly status: boolean;
  readonly scale?: ScaleSubresource;
  /** `metadata.generation` counts the changes of everything but status. */
  readonly generation: boolean;
  readonly type: FieldType;
  /** The structural schema of a custom resource. */
  readonly schema?: JsonObject;
  /** The version in which objects are kept; versions differ in name only. */
  readonly storageVersion: string;
}

export function apiVersionOf(resource: Resource): string {
  return resource.group
    ? `${resource.group}/${resource.version}`
    : resource.version;
}
