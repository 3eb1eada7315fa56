import { formatPath, sameJson } from '../fields';
import { PlanField } from './types';

/**
 * Marks fields that the source added with the value that a sibling had which
 * it removed: perhaps the field was renamed. Nothing is moved for it.
 */
export function flagRenames(fields: readonly PlanField[]): PlanField[] {
  const gone = new Map<string, PlanField[]>();
  for (const field of fields) {
    if (field.source !== undefined || field.base === undefined) continue;
    if (field.path.length === 0) continue;
    const parent = formatPath(field.path.slice(0, -1));
    gone.set(parent, [...(gone.get(parent) ?? []), field]);
  }
  if (gone.size === 0) return [...fields];
  return fields.map(field => {
    if (field.base !== undefined || field.source === undefined) return field;
    if (field.path.length === 0) return field;
    const siblings = gone.get(formatPath(field.path.slice(0, -1))) ?? [];
    const old = siblings.filter(item => sameJson(item.base, field.source));
    return old.length === 1 ? { ...field, renameOf: old[0].text } : field;
  });
}
