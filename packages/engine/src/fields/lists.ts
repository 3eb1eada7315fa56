import { FieldPath } from './path';

/**
 * How the API treats a list: items matched by key fields, a set of scalars, a
 * bag (order does not count, duplicates do), or one value taken whole.
 *
 * Source: Kubernetes structured-merge-diff, `x-kubernetes-list-type`.
 */
export type ListKind =
  | {
      readonly type: 'keyed';
      readonly keys: readonly string[];
      /** Values that missing key fields take, e.g. protocol TCP. */
      readonly keyDefaults?: Readonly<Record<string, string | number>>;
    }
  | { readonly type: 'set' }
  | { readonly type: 'bag' }
  | { readonly type: 'atomic' };

/** What a type or schema says of the list at a path. */
export type ListKinds = (path: FieldPath) => ListKind;

/** The answer where nothing is known of a list. */
export const ATOMIC: ListKind = { type: 'atomic' };
