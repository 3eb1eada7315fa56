import { Json, getKey, isObject } from '../fields';
import { Case } from './types';

/** What a case file is about. */
export type CaseKind =
  | 'drift'
  | 'gates'
  | 'health'
  | 'history'
  | 'layout'
  | 'promotion';

function has(value: Json | undefined, key: string): boolean {
  return getKey(value, key) !== undefined;
}

/** The kind that the fields of one case speak of. */
function kindOf(item: Case): CaseKind | undefined {
  const expected = getKey(item, 'expect');
  if (has(item, 'input')) return 'gates';
  if (has(item, 'commits')) return 'history';
  if (has(item, 'files')) return 'layout';
  if (has(item, 'source_now') || has(expected, 'merged')) return 'promotion';
  if (has(item, 'desired') || has(item, 'desiredText') || has(item, 'live')) {
    return 'drift';
  }
  if (has(item, 'parts') || has(item, 'object')) return 'health';
  return undefined;
}

/**
 * What a list of cases is about, told by the fields of its cases; undefined
 * if it is nothing that is known here.
 */
export function recogniseCases(list: readonly Json[]): CaseKind | undefined {
  for (const item of list) {
    const kind = isObject(item) ? kindOf(item) : undefined;
    if (kind) return kind;
  }
  return undefined;
}
