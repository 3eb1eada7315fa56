import {
  FieldPath,
  Json,
  JsonObject,
  ListKinds,
  formatPath,
  getKey,
  isList,
  isObject,
} from '../fields';

/** A field that holds a value of its own: a scalar, an atomic list, an empty map. */
export type Leaf = {
  readonly path: FieldPath;
  /** The path as people read it. */
  readonly text: string;
  readonly value: Json;
};

/** Fields that name an object or that the server writes; not content. */
const NO_CONTENT: ReadonlySet<string> = new Set([
  'kind',
  'status',
  'metadata.creationTimestamp',
  'metadata.deletionGracePeriodSeconds',
  'metadata.deletionTimestamp',
  'metadata.generation',
  'metadata.managedFields',
  'metadata.name',
  'metadata.namespace',
  'metadata.resourceVersion',
  'metadata.selfLink',
  'metadata.uid',
]);

function itemPaths(
  list: readonly Json[],
  path: FieldPath,
  lists: ListKinds,
): FieldPath[] | undefined {
  const kind = lists(path);
  if (kind.type === 'set') {
    return list.map(value => [...path, { type: 'member', value }]);
  }
  if (kind.type !== 'keyed') return undefined;
  const paths: FieldPath[] = [];
  for (const item of list) {
    const keys: Array<readonly [string, Json]> = [];
    for (const name of kind.keys) {
      const value = getKey(item, name) ?? kind.keyDefaults?.[name];
      if (value === undefined) return undefined;
      keys.push([name, value]);
    }
    paths.push([...path, { type: 'item', keys }]);
  }
  // Two items with one key make the list atomic.
  return new Set(paths.map(formatPath)).size === paths.length
    ? paths
    : undefined;
}

/**
 * The fields of an object that hold a value, by their path as text. What names
 * the object and what only the server writes is left out; null is no opinion.
 */
export function leavesOf(
  object: JsonObject | undefined,
  lists: ListKinds,
): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const visit = (value: Json, path: FieldPath): void => {
    const text = formatPath(path);
    if (value === null || NO_CONTENT.has(text)) return;
    if (isObject(value) && Object.keys(value).length > 0) {
      for (const key of Object.keys(value)) {
        visit(value[key], [...path, { type: 'key', key }]);
      }
      return;
    }
    const items =
      isList(value) && value.length > 0
        ? itemPaths(value, path, lists)
        : undefined;
    if (items && isList(value)) {
      items.forEach((item, index) => visit(value[index], item));
    } else {
      leaves.set(text, { path, text, value });
    }
  };
  if (object) visit(object, []);
  return leaves;
}
