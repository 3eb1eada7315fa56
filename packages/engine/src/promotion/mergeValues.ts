import {
  FieldPath,
  formatPath,
  getKey,
  isList,
  isObject,
  Json,
  ListKind,
  PathGlobs,
  PathStep,
  sameJson,
} from '../fields';
import { guessKeys, itemKey, itemKeys, keysFit } from './listKeys';
import { chosenValue, fieldType } from './outcome';
import { shownKey } from './spelledKeys';
import { Decision, PlanField, PlanReason } from './types';

/** Three versions of a value; undefined is absent. */
export interface Versions {
  readonly base: Json | undefined;
  readonly source: Json | undefined;
  readonly target: Json | undefined;
}

/** What a merge of one resource goes by, and where it notes its fields. */
export interface MergeRules {
  readonly resource: string;
  /** There is a base of the resource. */
  readonly based: boolean;
  readonly retain: PathGlobs;
  /** Fields that belong to the environment itself. */
  readonly identity: PathGlobs;
  /** The kind of a list; undefined if no schema tells. */
  readonly lists: (path: FieldPath) => ListKind | undefined;
  readonly decide: (text: string) => Decision | undefined;
  readonly fields: PlanField[];
}

type Keyed = Extract<ListKind, { type: 'keyed' }>;

function note(
  rules: MergeRules,
  path: FieldPath,
  versions: Versions,
  outcome: Pick<PlanField, 'action' | 'why'> & { rule?: string },
  result: Json | undefined,
): Json | undefined {
  const { base, source, target } = versions;
  rules.fields.push({
    resource: rules.resource,
    path,
    text: formatPath(path),
    type: fieldType(target, outcome.why === 'decided' ? result : source),
    source,
    target,
    base,
    result,
    sourceChanged: !rules.based || !sameJson(base, source),
    ...outcome,
  });
  return result;
}

function decided(
  rules: MergeRules,
  path: FieldPath,
  versions: Versions,
  decision: Decision,
): Json | undefined {
  const { source, target } = versions;
  const result = chosenValue(decision, source, target);
  const action = sameJson(result, target) ? 'keep' : 'take';
  return note(rules, path, versions, { action, why: 'decided' }, result);
}

function keptReason({ base, source }: Versions): PlanReason {
  return source === undefined && base === undefined
    ? 'target-only'
    : 'override';
}

function mergeMaps(
  rules: MergeRules,
  path: FieldPath,
  { base, source, target }: Versions,
): Json {
  const keys = new Set([
    ...Object.keys(target as object),
    ...Object.keys(source as object),
  ]);
  const entries: Array<[string, Json]> = [];
  for (const key of keys) {
    const shown = shownKey([target, source], key);
    const value = mergeValues(rules, [...path, { type: 'key', key: shown }], {
      base: getKey(base, key),
      source: getKey(source, key),
      target: getKey(target, key),
    });
    if (value !== undefined) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** True if a mapping holds a field that stays whatever the source does. */
function holdsOwn(rules: MergeRules, path: FieldPath, value: Json): boolean {
  return (
    isObject(value) &&
    Object.keys(value).some(key => {
      const below: FieldPath = [...path, { type: 'key', key }];
      return (
        rules.retain.match(below) !== undefined ||
        rules.identity.match(below) !== undefined ||
        holdsOwn(rules, below, value[key])
      );
    })
  );
}

/** A mapping that the source gave up: what is the target's own stays in it. */
function mergeRest(
  rules: MergeRules,
  path: FieldPath,
  versions: Versions,
): Json | undefined {
  const rest = mergeMaps(rules, path, { ...versions, source: {} });
  return Object.keys(rest as object).length > 0 ? rest : undefined;
}

/** Items by their name, in the order of the list. */
function named(
  list: Json | undefined,
  name: (item: Json) => string,
): Map<string, Json> {
  const items = isList(list) ? list : [];
  return new Map(items.map(item => [name(item), item]));
}

/**
 * The target's order; what is new comes behind the item that it follows in
 * the source, or first.
 */
function mergeItems(
  rules: MergeRules,
  path: FieldPath,
  versions: Versions,
  name: (item: Json) => string,
  stepOf: (item: Json) => PathStep,
): Json {
  const base = named(versions.base, name);
  const source = named(versions.source, name);
  const target = named(versions.target, name);
  const merge = (key: string, item: Json) =>
    mergeValues(rules, [...path, stepOf(item)], {
      base: base.get(key),
      source: source.get(key),
      target: target.get(key),
    });
  const order: string[] = [];
  const followers = new Map<string | undefined, string[]>();
  let previous: string | undefined;
  for (const key of source.keys()) {
    if (target.has(key)) previous = key;
    else followers.set(previous, [...(followers.get(previous) ?? []), key]);
  }
  order.push(...(followers.get(undefined) ?? []));
  for (const key of target.keys()) {
    order.push(key, ...(followers.get(key) ?? []));
  }
  return order.flatMap(key => {
    const item = target.get(key) ?? source.get(key);
    const value = item === undefined ? undefined : merge(key, item);
    return value === undefined ? [] : [value];
  });
}

function keyedBy(
  rules: MergeRules,
  path: FieldPath,
  lists: readonly Json[],
): Keyed | undefined {
  const kind = rules.lists(path);
  if (kind?.type === 'keyed') {
    const fits = lists.every(list => !isList(list) || keysFit(list, kind));
    return fits ? kind : undefined;
  }
  return kind === undefined || kind.type === 'bag'
    ? guessKeys(lists)
    : undefined;
}

function isSet(list: Json | undefined): boolean {
  if (!isList(list)) return list === undefined;
  const texts = list.map(item => JSON.stringify(String(item)));
  return (
    list.every(item => typeof item !== 'object') &&
    new Set(texts).size === list.length
  );
}

function mergeLists(
  rules: MergeRules,
  path: FieldPath,
  versions: Versions,
): { value: Json } | undefined {
  const all = [versions.base, versions.source, versions.target];
  const lists = all.filter(isList);
  if (rules.lists(path)?.type === 'set' && all.every(isSet)) {
    const value = mergeItems(
      rules,
      path,
      versions,
      member => JSON.stringify(String(member)),
      member => ({ type: 'member', value: member }),
    );
    return { value };
  }
  const keys = keyedBy(rules, path, lists);
  if (!keys) return undefined;
  const value = mergeItems(
    rules,
    path,
    versions,
    item => itemKey(item, keys) ?? '',
    item => ({ type: 'item', keys: itemKeys(item, keys) ?? [] }),
  );
  return { value };
}

/**
 * Three-way merge of a value: what only the source changed is taken, what
 * only the target changed stays, what both changed is a conflict in which the
 * target's value stays. Undefined: the value is absent afterwards.
 */
export function mergeValues(
  rules: MergeRules,
  path: FieldPath,
  versions: Versions,
): Json | undefined {
  const { base, source, target } = versions;
  const decision = rules.decide(formatPath(path));
  if (decision) return decided(rules, path, versions, decision);
  if (sameJson(source, target)) return target;
  if (rules.identity.match(path) !== undefined) return target;
  const rule = rules.retain.match(path);
  if (rule !== undefined) {
    const outcome = { action: 'keep', why: 'retain', rule } as const;
    return note(rules, path, versions, outcome, target);
  }
  if (isObject(source) && isObject(target)) {
    return mergeMaps(rules, path, versions);
  }
  if (source === undefined && target !== undefined && path.length > 0) {
    const own = base !== undefined && holdsOwn(rules, path, target);
    if (own) return mergeRest(rules, path, versions);
  }
  if (isList(source) && isList(target)) {
    const merged = mergeLists(rules, path, versions);
    if (merged) return merged.value;
  }
  if (sameJson(base, source)) {
    const why = keptReason(versions);
    return note(rules, path, versions, { action: 'keep', why }, target);
  }
  if (sameJson(base, target)) {
    const outcome = { action: 'take', why: 'source-changed' } as const;
    return note(rules, path, versions, outcome, source);
  }
  const why = rules.based ? 'both-changed' : 'no-base';
  return note(rules, path, versions, { action: 'conflict', why }, target);
}
