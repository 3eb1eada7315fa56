import { JsonObject, JsonValue } from '@backstage/types';
import { KubeObject, ManagedFieldsEntry } from '../objects';

/** An API to be checked: the sandbox's or a real one. */
export interface ApiUnderTest {
  readonly url: string;
  readonly send: typeof fetch;
}

export interface CallOptions {
  readonly body?: JsonValue;
  readonly contentType?: string;
  readonly query?: Record<string, string>;
  readonly userAgent?: string;
}

export interface Reply {
  readonly status: number;
  readonly body: JsonObject;
}

/** What a check works with: a namespace of its own and short ways to call. */
export interface CheckContext {
  readonly namespace: string;
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  /** As call, and fails the check unless the answer is 2xx. */
  expectOk(
    method: string,
    path: string,
    options?: CallOptions,
  ): Promise<KubeObject>;
  /** Reads the lines of a watch until there are as many, or it ends. */
  watch(
    path: string,
    query: Record<string, string>,
    count: number,
  ): Promise<JsonObject[]>;
  /** Path of the namespace's objects of a kind, e.g. `/api/v1`, `configmaps`. */
  path(api: string, plural: string, ...rest: string[]): string;
}

/** One behaviour that both APIs must show. Fails by throwing. */
export interface ContractCheck {
  readonly name: string;
  run(context: CheckContext): Promise<void>;
}

/** The entry of a manager, without its time. */
export function entryOf(
  object: JsonObject,
  manager: string,
  operation: string,
  subresource?: string,
): JsonObject | undefined {
  const { managedFields = [] } = (object as KubeObject).metadata;
  return managedFields.find(
    (one: ManagedFieldsEntry) =>
      one.manager === manager &&
      one.operation === operation &&
      (one.subresource || undefined) === subresource,
  )?.fieldsV1;
}
