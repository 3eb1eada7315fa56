import { GroupVersionKind, JsonObject } from '../../fields';
import { IgnoreRule } from '../types';
import { parseJqPath } from './jqPath';
import { isRuleFor } from './rules';

/** Expressions of the rules for an object that only jq itself can run. */
export function jqExpressions(
  rules: readonly IgnoreRule[],
  gvk: GroupVersionKind,
  live: JsonObject,
): string[] {
  const texts = rules
    .filter(rule => isRuleFor(rule, gvk, live))
    .flatMap(rule => rule.jqPathExpressions ?? [])
    .filter(text => !parseJqPath(text));
  return [...new Set(texts)];
}
