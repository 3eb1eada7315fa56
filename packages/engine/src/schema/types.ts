import { FieldPath, JsonObject } from '../fields';

/** A column that `kubectl get` prints; also what a card shows of an object. */
export type PrinterColumn = {
  readonly name: string;
  readonly type: string;
  /** Simple JSONPath as in a CRD, e.g. `.spec.parameters.size`. */
  readonly jsonPath: string;
  /** Above 0 means: only in the wide view. */
  readonly priority: number;
};

/** One version of a definition. */
export type XrdVersion = {
  readonly name: string;
  readonly served: boolean;
  /** openAPIV3Schema with the fields that Crossplane adds to it. */
  readonly schema: JsonObject;
  /** The same for the claim kind, where there is one. */
  readonly claimSchema?: JsonObject;
  readonly printerColumns: readonly PrinterColumn[];
};

/** A kind that the repository defines: an XRD (Crossplane v1 or v2) or a CRD. */
export type Xrd = {
  /** `legacy`: XRD whose fields sit in `spec`; `v2`: in `spec.crossplane`; `crd`: a plain CRD. */
  readonly flavor: 'v2' | 'legacy' | 'crd';
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
  readonly claimKind?: string;
  readonly claimPlural?: string;
  readonly versions: readonly XrdVersion[];
};

/** What is wrong with a field. `rule` is an x-kubernetes-validations rule. */
export type SchemaIssueCode =
  | 'required'
  | 'type'
  | 'enum'
  | 'bound'
  | 'rule'
  | 'unknown-field';

/** One finding of a validation. Unknown fields are warnings: the API server drops them. */
export type SchemaIssue = {
  readonly code: SchemaIssueCode;
  readonly path: FieldPath;
  /** Reads on after the field's name: "must be one of small, medium, large". */
  readonly message: string;
  readonly severity: 'error' | 'warning';
};

/** The definition that applies to an object, or why there is none. */
export type DefinitionLookup =
  | { readonly state: 'found'; readonly xrd: Xrd; readonly schema: JsonObject }
  | {
      readonly state: 'versionNotServed';
      readonly xrd: Xrd;
      readonly served: readonly string[];
    }
  | { readonly state: 'none' };
