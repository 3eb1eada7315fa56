import { applyChanges } from '../diff';
import {
  compileGlobs,
  FieldPath,
  formatPath,
  getAt,
  getKey,
  isObject,
  Json,
  JsonObject,
  parsePath,
  sameJson,
} from '../fields';
import { EditError } from './errors';
import { listsOf } from './listKeys';
import { mergeValues, Versions } from './mergeValues';
import { chosenValue, fieldType } from './outcome';
import { flagRenames } from './renames';
import { Decision, MergeOptions, PlanField } from './types';

/** Settings of a merge, and what is known of the resource. */
export interface DocumentRules extends MergeOptions {
  readonly identity?: readonly string[];
  /** There is a base, though not of this document. */
  readonly based: boolean;
}

/** What a merge makes of one resource. */
export interface DocumentMerge {
  /** `Kind/name` */
  readonly resource: string;
  /** Absent: the resource is not there afterwards. */
  readonly value: Json | undefined;
  readonly fields: readonly PlanField[];
}

/** `Kind/name` of an object. */
export function resourceName(value: Json | undefined): string {
  const text = (item: Json | undefined) =>
    typeof item === 'string' ? item : '';
  const metadata = getKey(value, 'metadata');
  return `${text(getKey(value, 'kind'))}/${text(getKey(metadata, 'name'))}`;
}

function setAt(
  object: JsonObject,
  path: FieldPath,
  value: Json | undefined,
): JsonObject {
  return applyChanges(
    value === undefined
      ? [{ type: 'onlyLeft', path, left: null }]
      : [{ type: 'onlyRight', path, right: value }],
    object,
  );
}

/** Applies decisions on paths below or beside what the merge looked at. */
function applyRest(
  decisions: readonly Decision[],
  merged: DocumentMerge,
  versions: Versions,
): DocumentMerge {
  let { value } = merged;
  const fields = [...merged.fields];
  for (const decision of decisions) {
    const path = parsePath(decision.path);
    if (!path) {
      throw new EditError('invalid-path', `${decision.path} is no field path`);
    }
    const source = getAt(versions.source, path);
    const target = getAt(versions.target, path);
    const known = source ?? target ?? getAt(versions.base, path);
    if (decision.resource === undefined && known === undefined) continue;
    const result = chosenValue(decision, source, target);
    if (!isObject(value) || sameJson(getAt(value, path), result)) continue;
    value = setAt(value, path, result);
    const base = getAt(versions.base, path);
    fields.push({
      resource: merged.resource,
      path,
      text: formatPath(path),
      action: sameJson(result, target) ? 'keep' : 'take',
      type: fieldType(target, result),
      why: 'decided',
      source,
      target,
      base,
      result,
      sourceChanged: !sameJson(base, source),
    });
  }
  return { ...merged, value, fields };
}

/**
 * Merges one resource on values. Throws an EditError for a decision on
 * something that is no path.
 */
export function mergeDocument(
  versions: Versions,
  options: DocumentRules,
): DocumentMerge {
  const { base, source, target } = versions;
  const known = [source, target, base].find(isObject) ?? {};
  const resource = resourceName(source ?? target ?? base);
  const decisions = new Map(
    (options.decisions ?? [])
      .filter(item => (item.resource ?? resource) === resource)
      .map(item => [item.path, item]),
  );
  const used = new Set<string>();
  const fields: PlanField[] = [];
  const value = mergeValues(
    {
      resource,
      based: options.based || base !== undefined,
      retain: compileGlobs(options.retain ?? []),
      identity: compileGlobs(options.identity ?? []),
      lists: listsOf(known, options.lists),
      decide: text => {
        const decision = decisions.get(text);
        if (decision) used.add(text);
        return decision;
      },
      fields,
    },
    [],
    versions,
  );
  const rest = [...decisions.values()].filter(item => !used.has(item.path));
  const merged = { resource, value, fields: flagRenames(fields) };
  return rest.length > 0 ? applyRest(rest, merged, versions) : merged;
}
