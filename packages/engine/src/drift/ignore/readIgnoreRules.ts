import { getKey, isList, Json } from '../../fields';
import { IgnoreRule } from '../types';

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function texts(value: Json | undefined): string[] | undefined {
  return isList(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : undefined;
}

/**
 * The rules under `spec.ignoreDifferences` of an Application. What is not of
 * the type that Argo CD declares is left out, as it never reaches Argo CD.
 */
export function readIgnoreRules(spec: Json | undefined): IgnoreRule[] {
  const rules = getKey(spec, 'ignoreDifferences');
  if (!isList(rules)) return [];
  return rules.map(rule => ({
    group: text(getKey(rule, 'group')),
    kind: text(getKey(rule, 'kind')),
    name: text(getKey(rule, 'name')),
    namespace: text(getKey(rule, 'namespace')),
    jsonPointers: texts(getKey(rule, 'jsonPointers')),
    jqPathExpressions: texts(getKey(rule, 'jqPathExpressions')),
    managedFieldsManagers: texts(getKey(rule, 'managedFieldsManagers')),
  }));
}
