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
  const some = (...keys: string[]) => keys.some(key => has(item, key));
  const expected = getKey(item, 'expect');
  const expects = (...keys: string[]) => keys.some(key => has(expected, key));
  if (some('input')) return 'gates';
  if (some('commits')) return 'history';
  if (some('files')) return 'layout';
  if (some('source_now', 'target') || expects('merged')) return 'promotion';
  if (some('desired', 'desiredText', 'live')) return 'drift';
  if (some('parts', 'object')) return 'health';
  // What is left says nothing but what it expects.
  if (expects('drifted')) return 'drift';
  if (expects('status', 'messageContains')) return 'health';
  if (expects('decision')) return 'gates';
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
