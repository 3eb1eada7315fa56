import { Json } from '../json';
import kubernetesTypes from './data/kubernetesTypes.json';
import structs from './data/structs.json';
import { FieldFacts, TypeTable } from './facts';
import { OLD_VERSIONS, OWN_TYPES, OWN_ZERO_OMITTED } from './ownFacts';
import { GroupVersionKind } from './types';

const TABLE = kubernetesTypes.types as unknown as TypeTable;
const KINDS = new Map(Object.entries(kubernetesTypes.kinds));
const OLD = new Map(Object.entries(OLD_VERSIONS));

type FieldNames = Readonly<Record<string, readonly string[]>>;

const OMITTED: FieldNames = structs.omitted;
const SHOWN: FieldNames = structs.shown;
const NULLS: FieldNames = structs.nulls;
const MAPS: FieldNames = structs.maps;

function own<T>(
  table: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The name of a kind in the tables: `apps/v1/Deployment`, `v1/Service`. */
export function kindName({ group, version, kind }: GroupVersionKind): string {
  return group === '' ? `${version}/${kind}` : `${group}/${version}/${kind}`;
}

/** The struct of a built-in kind, undefined for a custom one. */
export function kindStruct(gvk: GroupVersionKind): string | undefined {
  const name = kindName(gvk);
  return KINDS.get(OLD.get(name) ?? name);
}

/** Group, version and kind of everything that Kubernetes itself serves. */
export function builtInKinds(): GroupVersionKind[] {
  return [...KINDS.keys()].map(name => {
    const parts = name.split('/');
    const [version, kind] = parts.slice(-2);
    return { group: parts.length > 2 ? parts[0] : '', version, kind };
  });
}

/** What is known of a field of a struct. */
export function factsOf(struct: string, field: string): FieldFacts | undefined {
  const recorded = own(own(TABLE, struct), field);
  const ours = own(own(OWN_TYPES, struct), field);
  return recorded && ours ? { ...recorded, ...ours } : recorded ?? ours;
}

/** What the server makes of a field's zero value, if it cannot keep it. */
export type Zero = 'omitted' | 'shown' | undefined;

/** The fields of a struct that are no pointers, and what becomes of zeros. */
export function zeroFields(struct: string): ReadonlyMap<string, Zero> {
  const zeros = new Map<string, Zero>();
  for (const field of own(SHOWN, struct) ?? []) zeros.set(field, 'shown');
  const omitted = [
    ...(own(OMITTED, struct) ?? []),
    ...(own(OWN_ZERO_OMITTED, struct) ?? []),
  ];
  for (const field of omitted) zeros.set(field, 'omitted');
  return zeros;
}

/** Fields that an object shows as null where it has none. */
export function nullFields(struct: string): readonly string[] {
  return own(NULLS, struct) ?? [];
}

/** True for a map: its keys are chosen by people and are no fields. */
export function isFreeMap(struct: string, field: string): boolean {
  return (
    own(MAPS, struct)?.includes(field) === true ||
    factsOf(struct, field)?.map === true
  );
}

const names = new Map<string, readonly string[]>();

/** The fields of a struct of which something is known. */
export function fieldNames(struct: string): readonly string[] {
  let known = names.get(struct);
  if (!known) {
    known = [
      ...new Set([
        ...Object.keys(own(TABLE, struct) ?? {}),
        ...Object.keys(own(OWN_TYPES, struct) ?? {}),
        ...zeroFields(struct).keys(),
        ...(own(MAPS, struct) ?? []),
      ]),
    ];
    names.set(struct, known);
  }
  return known;
}

/** The zero value of a scalar. */
export function isZero(value: Json): boolean {
  return value === false || value === '' || value === 0 || value === 0n;
}
