import { Json } from '../json';
import { ListKind } from '../lists';

/** What names a type of object in the API. The core group is ''. */
export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/**
 * What is known of the value at one place of an object. Built-in kinds and
 * CRD schemas have the same model; where nothing is known every answer is
 * "nothing" and the fields below know nothing either.
 */
export interface FieldType {
  /** How the API treats the value if it is a list; undefined = not said. */
  readonly list?: ListKind;
  /** A map that the API treats as one value. Undefined = not said. */
  readonly atomicMap?: boolean;
  /** The value, or each value of the map or list, is a quantity. */
  readonly quantity?: boolean;
  /** The value is a Go duration. */
  readonly duration?: boolean;
  /** The value, or each value of the map, is base64 that may be wrapped. */
  readonly bytes?: boolean;
  /** What the server fills in where Git leaves the field out; one of these. */
  readonly defaults?: readonly Json[];
  /** The server fills in a value of its own choosing. */
  readonly assigned?: boolean;
  /** The server drops the zero value, so it equals an absent field. */
  readonly zeroOmitted?: boolean;
  /** The server shows the zero value also where nobody gave the field. */
  readonly zeroShown?: boolean;
  /**
   * All defaults of this place are known, so that a value which is none of
   * them was written by somebody.
   */
  readonly known?: boolean;
  /**
   * The server leaves an empty map out unless somebody gave it, so that one it
   * shows means something: an empty `namespaceSelector` is every namespace.
   */
  readonly keepsEmpty?: boolean;
  /** A map whose keys people choose, none of them a declared field. */
  readonly freeKeys?: boolean;
  /** The type of a key's value. */
  field(key: string): FieldType;
  /** The type of a list's items. */
  readonly item: FieldType;
}

/** Nothing is known here, nor below. */
export const UNKNOWN_TYPE: FieldType = {
  field: () => UNKNOWN_TYPE,
  get item() {
    return UNKNOWN_TYPE;
  },
};
