import {
  FieldPath,
  GroupVersionKind,
  Json,
  JsonObject,
  ListKinds,
} from '../fields';

/** One difference between two objects. The empty path is the whole object. */
export type Change =
  | {
      readonly type: 'changed';
      readonly path: FieldPath;
      readonly left: Json;
      readonly right: Json;
    }
  | { readonly type: 'onlyLeft'; readonly path: FieldPath; readonly left: Json }
  | {
      readonly type: 'onlyRight';
      readonly path: FieldPath;
      readonly right: Json;
    };

export interface DiffOptions {
  /** How lists are matched; without it every list is taken whole. */
  readonly lists?: ListKinds;
  /** Paths that name a side rather than being its content. */
  readonly identity?: readonly FieldPath[];
}

/** What of a manifest an environment diff looks at. */
export interface DiffSide extends GroupVersionKind {
  readonly object: JsonObject;
}

export interface ResourceDiffOptions {
  /** The openAPIV3Schema of the CRD or XRD, if there is one. */
  readonly schema?: JsonObject;
  /**
   * Further paths that the environment map declares to be identity, such as an
   * environment label. `metadata.namespace` and `status` always are.
   */
  readonly identity?: readonly FieldPath[];
}
