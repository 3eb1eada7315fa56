import { applyChanges } from '../diff';
import { formatPath, isObject, JsonObject, PathGlobs } from '../fields';
import { Base, baseOf, Sides } from './base';
import { Commits } from './commits';
import { shortName } from './environmentFiles';
import { reasonOf } from './reasons';
import { knownAt } from './timeline';
import { CommitRef, FieldBase, FieldReason, ResourceHistory } from './types';

function fieldBase(commits: Commits, base: Base): FieldBase {
  if (base.by === 'none') return { by: 'none' };
  const { by, index, promotion, known } = base;
  return {
    by,
    commit: commits.ref(index),
    ...(promotion && { promotion: commits.ref(promotion.at) }),
    value: known?.value,
  };
}

/** The base that a merge takes: the target with the base of what differs. */
function baseObject(
  target: JsonObject | undefined,
  fields: readonly FieldReason[],
): JsonObject | undefined {
  if (fields.every(field => field.base.by === 'none')) {
    return fields.length > 0 ? undefined : target;
  }
  let result: JsonObject | undefined = target;
  for (const { path, base } of fields) {
    const value = base.by === 'none' ? undefined : base.value;
    if (path.length === 0) {
      result = isObject(value) ? value : undefined;
    } else {
      result = applyChanges(
        value === undefined
          ? [{ type: 'onlyLeft', path, left: null }]
          : [{ type: 'onlyRight', path, right: value }],
        result ?? {},
      );
    }
  }
  return result;
}

/** Base and reasons of a resource that at least one side has. */
export function resourceHistory(
  key: string,
  sides: Sides,
  commits: Commits,
  retain: PathGlobs,
): ResourceHistory {
  const source = sides.source.now;
  const target = sides.target.now;
  const resource = shortName(key);
  const ref = (index: number | undefined): CommitRef | undefined =>
    index === undefined ? undefined : commits.ref(index);
  let agreed = -1;
  const fields = sides.comparison.paths(source, target).map(path => {
    const base = baseOf(sides, path);
    if (base.by === 'agreed') agreed = Math.max(agreed, base.index);
    const { sourceAt, targetAt, until, ...reason } = reasonOf(
      sides,
      path,
      base,
      retain,
    );
    const notes = targetAt === undefined ? undefined : commits.notes(targetAt);
    const field: FieldReason = {
      resource,
      key,
      path,
      text: formatPath(path),
      source: knownAt(source, path)?.value,
      target: knownAt(target, path)?.value,
      base: fieldBase(commits, base),
      sourceCommit: ref(sourceAt),
      targetCommit: ref(targetAt),
      until: ref(until),
      ...(notes?.hotfix &&
        targetAt !== undefined && {
          hotfix: { commit: commits.ref(targetAt), incident: notes.incident },
        }),
      ...reason,
    };
    return field;
  });
  const newest = sides.promotions.at(-1);
  const baseAt = newest?.from ?? (agreed >= 0 ? agreed : undefined);
  const byAgreement = agreed >= 0 ? 'agreed' : 'none';
  return {
    resource,
    key,
    source,
    target,
    baseBy: newest ? 'trailer' : byAgreement,
    base: ref(baseAt),
    promotion: ref(newest?.at),
    fields,
    baseObject: baseObject(target, fields),
  };
}
