import {
  FieldPath,
  FieldType,
  getKey,
  GroupVersionKind,
  isList,
  Json,
  JsonObject,
  keyItems,
  parsePointer,
  PathStep,
} from '../../fields';
import { globTest } from '../glob';
import { IgnoreRule, JqAnswer, UnsupportedRule } from '../types';
import { placesOfAnswer } from './jqAnswer';
import { parseJqPath, resolveJqPath } from './jqPath';

function fitsName(wanted: string | undefined, name: Json | undefined): boolean {
  return wanted === undefined || wanted === '' || wanted === name;
}

/** True if a rule is about an object. An absent group is the core group. */
export function isRuleFor(
  rule: IgnoreRule,
  gvk: GroupVersionKind,
  object: JsonObject,
): boolean {
  const metadata = object.metadata;
  return (
    globTest(rule.group ?? '')(gvk.group) &&
    globTest(rule.kind ?? '*')(gvk.kind) &&
    fitsName(rule.name, getKey(metadata, 'name')) &&
    fitsName(rule.namespace, getKey(metadata, 'namespace'))
  );
}

function stepIntoList(
  list: readonly Json[],
  token: string,
  type: FieldType,
): PathStep | undefined {
  if (!/^\d+$/.test(token)) return undefined;
  const index = Number(token);
  if (index >= list.length) return undefined;
  const kind = type.list;
  if (kind?.type === 'keyed' || kind?.type === 'set') {
    const items = keyItems(list, kind);
    for (const item of items?.values() ?? []) {
      if (item.index === index) return item.step;
    }
  }
  return { type: 'index', index };
}

/**
 * The path that a JSON pointer means. Positions count in the live object; in a
 * keyed list they become the item's key, so that Git's item is the same one.
 */
export function resolvePointer(
  tokens: readonly string[],
  live: JsonObject,
  type: FieldType,
): FieldPath | undefined {
  const path: PathStep[] = [];
  let value: Json | undefined = live;
  let at = type;
  for (const token of tokens) {
    if (isList(value)) {
      const step = stepIntoList(value, token, at);
      if (!step) return undefined;
      path.push(step);
      value = value[Number(token)];
      at = at.item;
    } else {
      path.push({ type: 'key', key: token });
      value = getKey(value, token);
      at = at.field(token);
    }
  }
  return path;
}

/** What the rules for one object take out of each side. */
export interface IgnoredPaths {
  readonly desired: readonly FieldPath[];
  readonly live: readonly FieldPath[];
  readonly managers: ReadonlySet<string>;
  readonly unsupported: readonly UnsupportedRule[];
}

const NOBODY_ASKED =
  'This jq expression is beyond plain paths, and no jq was asked.';

/** Reads the rules that are about an object. Never throws on a bad one. */
export function resolveRules(
  rules: readonly IgnoreRule[],
  gvk: GroupVersionKind,
  desired: JsonObject,
  live: JsonObject,
  type: FieldType,
  jq?: ReadonlyMap<string, JqAnswer>,
): IgnoredPaths | undefined {
  const own = rules.filter(rule => isRuleFor(rule, gvk, live));
  if (own.length === 0) return undefined;
  const inDesired: FieldPath[] = [];
  const inLive: FieldPath[] = [];
  const unsupported: UnsupportedRule[] = [];
  for (const pointer of own.flatMap(rule => rule.jsonPointers ?? [])) {
    const tokens = parsePointer(pointer);
    if (!tokens || tokens.length === 0) {
      unsupported.push({ rule: pointer, reason: 'This is no JSON pointer.' });
      continue;
    }
    const path = resolvePointer(tokens, live, type);
    if (path) {
      inDesired.push(path);
      inLive.push(path);
    }
  }
  for (const text of own.flatMap(rule => rule.jqPathExpressions ?? [])) {
    const steps = parseJqPath(text);
    if (!steps) {
      const answer = jq?.get(text);
      if (answer?.state === 'selected') {
        inDesired.push(...placesOfAnswer(answer.desired, desired));
        inLive.push(...placesOfAnswer(answer.live, live));
      } else {
        const reason = answer?.reason ?? NOBODY_ASKED;
        unsupported.push({ rule: text, reason });
      }
      continue;
    }
    inDesired.push(...resolveJqPath(steps, desired));
    inLive.push(...resolveJqPath(steps, live));
  }
  const managers = own.flatMap(rule => rule.managedFieldsManagers ?? []);
  return {
    desired: inDesired,
    live: inLive,
    managers: new Set(managers),
    unsupported,
  };
}
