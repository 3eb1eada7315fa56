import { JsonObject } from '../json';
import { ATOMIC, ListKind, ListKinds } from '../lists';
import { FieldPath } from '../path';
import { layeredType } from './layeredType';
import { OWN_KINDS, TYPED_CLIENT_KINDS } from './ownFacts';
import { schemaType } from './schemaType';
import { kindName, kindStruct } from './table';
import { structType } from './tableType';
import { FieldType, GroupVersionKind, UNKNOWN_TYPE } from './types';

const OWN = new Map(Object.entries(OWN_KINDS));

// Groups of managed resources: a provider's own API.
const PROVIDER_GROUP = /\.(?:crossplane|upbound)\.io$/;

/** Every zero value may be left out, at any depth. */
const TYPED_CLIENT: FieldType = {
  zeroOmitted: true,
  field: () => TYPED_CLIENT,
  get item() {
    return TYPED_CLIENT;
  },
};

/** True for a kind of Kubernetes itself, whose types and defaults are known. */
export function isBuiltInKind(gvk: GroupVersionKind): boolean {
  return kindStruct(gvk) !== undefined;
}

function tableTypeOf(gvk: GroupVersionKind): FieldType {
  const builtIn = kindStruct(gvk);
  if (builtIn) return structType(builtIn);
  const own = `${gvk.group}/${gvk.kind}`;
  const custom =
    OWN.get(own) ??
    (PROVIDER_GROUP.test(gvk.group) ? 'custom.Managed' : 'custom.Resource');
  const type = customType(custom);
  return TYPED_CLIENT_KINDS.has(own) ? layeredType(TYPED_CLIENT, type) : type;
}

/**
 * A custom resource's own fields are not known, only those that the table
 * lists; a struct of the table would claim to know them all.
 */
function customType(name: string): FieldType {
  const table = structType(name);
  return {
    field: key =>
      key === 'metadata' ? table.field(key) : partial(table.field(key)),
    item: UNKNOWN_TYPE,
  };
}

const partials = new WeakMap<FieldType, FieldType>();

function partial(type: FieldType): FieldType {
  if (!type.known) return type;
  let known = partials.get(type);
  if (!known) {
    known = {
      ...facts(type),
      field: key => partial(type.field(key)),
      get item() {
        return partial(type.item);
      },
    };
    partials.set(type, known);
  }
  return known;
}

function facts(type: FieldType) {
  const { list, atomicMap, quantity, duration, bytes } = type;
  const { defaults, assigned, zeroOmitted, zeroShown } = type;
  return {
    list,
    atomicMap: atomicMap || undefined,
    quantity,
    duration,
    bytes,
    defaults,
    assigned,
    zeroOmitted,
    zeroShown,
  };
}

const cache = new Map<string, FieldType>();
const withSchema = new WeakMap<JsonObject, Map<string, FieldType>>();

/**
 * What is known of an object's fields: the CRD's or XRD's schema first, then
 * the table of built-in kinds, then types that custom resources embed.
 */
export function typeOf(gvk: GroupVersionKind, schema?: JsonObject): FieldType {
  const name = kindName(gvk);
  let types: Map<string, FieldType> = cache;
  if (schema) {
    types = withSchema.get(schema) ?? new Map();
    withSchema.set(schema, types);
  }
  let type = types.get(name);
  if (!type) {
    const table = tableTypeOf(gvk);
    type = schema ? layeredType(schemaType(schema), table) : table;
    // A cluster has some hundred kinds; more is somebody playing with names.
    if (types.size > 5000) types.clear();
    types.set(name, type);
  }
  return type;
}

/** The type at a path below another one. */
export function typeAt(type: FieldType, path: FieldPath): FieldType {
  let current = type;
  for (const step of path) {
    current = step.type === 'key' ? current.field(step.key) : current.item;
  }
  return current;
}

/** The kind of a list of this type; atomic where nothing is said. */
export function listKindOf(type: FieldType): ListKind {
  return type.list ?? ATOMIC;
}

/** How the API treats the lists of a kind of object. */
export function listKindsFor(
  gvk: GroupVersionKind,
  schema?: JsonObject,
): ListKinds {
  const type = typeOf(gvk, schema);
  return path => listKindOf(typeAt(type, path));
}

/** Group, version and kind as an object states them. */
export function gvkOf(object: JsonObject): GroupVersionKind {
  const apiVersion =
    typeof object.apiVersion === 'string' ? object.apiVersion : '';
  const slash = apiVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: typeof object.kind === 'string' ? object.kind : '',
  };
}
