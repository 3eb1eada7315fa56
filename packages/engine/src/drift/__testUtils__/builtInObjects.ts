import fc from 'fast-check';
import {
  FieldType,
  GroupVersionKind,
  isList,
  isObject,
  Json,
  JsonObject,
  keyItems,
  memberKey,
  PathStep,
  typeOf,
} from '../../fields';
import {
  factsOf,
  fieldNames,
  isFreeMap,
  zeroFields,
} from '../../fields/kinds/table';

type Struct = Record<string, Json>;

const QUANTITIES = ['0', '1', '0.5', '500m', '1000m', '1e3', '1024Mi', '1.5Gi'];
const word = fc.constantFrom('a', 'b', 'web', 'x.io/y', '10.0.0.1');
const scalar: fc.Arbitrary<Json> = fc.oneof(
  word,
  fc.constantFrom<Json>('', 0, false, true, 1, 80, null),
);
const quantity = fc.constantFrom(...QUANTITIES);
const emptyStruct = fc.constantFrom<Json>({}, null);
const emptyList = fc.constantFrom<Json>([], null);

function items(
  item: fc.Arbitrary<Json>,
  keys: readonly string[] | undefined,
): fc.Arbitrary<Json> {
  return fc.array(item, { maxLength: 3 }).map(list =>
    list.map((value, index) =>
      keys
        ? {
            ...(value as Struct),
            ...Object.fromEntries(keys.map(key => [key, `${key}${index}`])),
          }
        : value,
    ),
  );
}

function field(struct: string, name: string, depth: number) {
  const facts = factsOf(struct, name);
  const value: fc.Arbitrary<Json> =
    facts?.type && depth > 0 ? structOf(facts.type, depth - 1) : scalar;
  if (facts?.quantity) {
    return fc.oneof(quantity, fc.dictionary(word, quantity, { maxKeys: 2 }));
  }
  if (isFreeMap(struct, name)) {
    return fc.dictionary(word, facts?.type ? value : word, { maxKeys: 2 });
  }
  if (facts?.keys) {
    if (depth === 0) return emptyList;
    const item = facts.type ? value : fc.constant({});
    return items(item, facts.keys);
  }
  if (facts?.set) return fc.uniqueArray(word, { maxLength: 3 });
  const listed = facts?.type ? items(value, undefined) : fc.array(word);
  if (facts?.bag) return listed;
  // The table does not say whether an atomic field is a list or a map.
  const isStruct = zeroFields(struct).has(name);
  if (facts?.atomic && !isStruct) {
    return facts.type ? fc.oneof(value, listed) : listed;
  }
  if (facts?.type) return depth > 0 ? value : emptyStruct;
  return scalar;
}

/** Some of the fields of a struct, as far as the table knows them. */
function structOf(struct: string, depth: number): fc.Arbitrary<JsonObject> {
  const names = fieldNames(struct).filter(name => name !== 'status');
  return fc
    .subarray([...names], { maxLength: Math.min(6, names.length) })
    .chain(chosen =>
      fc.record(
        Object.fromEntries(
          chosen.map(name => [name, field(struct, name, depth)]),
        ),
      ),
    ) as fc.Arbitrary<JsonObject>;
}

const labels = fc.dictionary(word, word, { maxKeys: 2 });

/** Random manifests of a built-in kind, made from the table of its types. */
export function manifestOf(
  gvk: GroupVersionKind,
  struct: string,
): fc.Arbitrary<JsonObject> {
  const { group, version, kind } = gvk;
  return fc
    .tuple(structOf(struct, 4), labels, labels)
    .map(([fields, some, others]) => ({
      ...fields,
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      metadata: {
        name: 'a',
        namespace: 'n',
        labels: some,
        annotations: others,
      },
    }));
}

function step(name: PathStep): string {
  if (name.type === 'item') {
    return `k:${memberKey(Object.fromEntries(name.keys))}`;
  }
  return name.type === 'member' ? `v:${memberKey(name.value)}` : '';
}

function owned(value: Json, type: FieldType): JsonObject {
  const fields: Struct = {};
  if (isObject(value) && !type.atomicMap) {
    for (const key of Object.keys(value)) {
      fields[`f:${key}`] = owned(value[key], type.field(key));
    }
  } else if (isList(value) && type.list && type.list.type !== 'atomic') {
    const members =
      type.list.type === 'bag' ? undefined : keyItems(value, type.list);
    for (const item of members?.values() ?? []) {
      fields[step(item.step)] = { '.': {}, ...owned(item.value, type.item) };
    }
  }
  return fields;
}

/** The fieldsV1 of a manager who owns everything of an object. */
export function ownedWhole(object: JsonObject, gvk: GroupVersionKind) {
  return owned(object, typeOf(gvk));
}
