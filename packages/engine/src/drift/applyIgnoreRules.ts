import { GroupVersionKind, JsonObject } from '../fields';
import { findItems, FoundItems } from './findItems';
import { removePaths, resolveRules } from './ignore';
import { Resource } from './resource';
import { DriftItem, UnsupportedRule } from './types';

export interface JudgedItems extends FoundItems {
  readonly unsupportedRules: readonly UnsupportedRule[];
}

function ignored(item: DriftItem): DriftItem {
  return { ...item, cause: 'ignored', rule: 'An ignore rule covers it.' };
}

/**
 * The items of a pair of objects, those under an ignore rule apart. As in Argo
 * CD a rule takes its fields out of both sides before they are compared, so
 * that what remains of a list or map is still looked at.
 */
export function applyIgnoreRules(
  desired: JsonObject,
  live: JsonObject,
  gvk: GroupVersionKind,
  resource: Resource,
): JudgedItems {
  const all = findItems(desired, live, resource);
  const { ignore, jq } = resource.input;
  const rules =
    ignore && ignore.length > 0
      ? resolveRules(ignore, gvk, desired, live, resource.type, jq)
      : undefined;
  if (!rules) return { ...all, unsupportedRules: [] };

  const kept = findItems(
    removePaths(desired, rules.desired),
    removePaths(live, rules.live),
    resource,
  );
  const isManaged = (item: DriftItem) =>
    rules.managers.size > 0 &&
    resource.owners
      .ofLeaf(item.path)
      .some(({ entry }) => rules.managers.has(entry.manager));
  const items = kept.items.filter(item => !isManaged(item));
  const suspects = kept.suspects.filter(item => !isManaged(item));
  const texts = new Set([...items, ...suspects].map(({ text }) => text));
  const hidden = [...all.items, ...all.suspects]
    .filter(({ text }) => !texts.has(text))
    .map(ignored);
  return {
    items,
    suspects,
    suppressed: [...hidden, ...kept.suppressed],
    unsupportedRules: rules.unsupported,
  };
}
