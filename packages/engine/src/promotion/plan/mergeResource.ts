import { applyChanges } from '../../diff';
import { getAt, isObject, Json, parsePath, sameJson } from '../../fields';
import { DocumentMerge, mergeDocument } from '../mergeDocument';
import { Versions } from '../mergeValues';
import { PlanField, PlanInput } from '../types';

const ALWAYS_IDENTITY = ['metadata.namespace', 'status'];

function without(value: Json | undefined, identity: readonly string[]) {
  if (!isObject(value)) return value;
  return identity.reduce((object, text) => {
    const path = parsePath(text);
    const left = path && getAt(object, path);
    return path && left !== undefined
      ? applyChanges([{ type: 'onlyLeft', path, left }], object)
      : object;
  }, value);
}

function withDebts(field: PlanField, input: PlanInput): PlanField {
  if (field.action !== 'take') return field;
  const owed = (input.owed ?? []).find(
    item =>
      item.resource === field.resource &&
      item.path === field.text &&
      sameJson(item.value, field.result),
  );
  return owed ? { ...field, pays: owed.incident } : field;
}

/**
 * Merges one resource of a plan. What belongs to the environment itself is
 * never compared, also where a side lacks the whole resource.
 */
export function mergeResource(
  versions: Versions,
  input: PlanInput,
): DocumentMerge {
  const identity = [...ALWAYS_IDENTITY, ...(input.identity ?? [])];
  const { base, source, target } = versions;
  const { retain, lists, decisions } = input;
  const based = base !== undefined;
  const rules = { retain, lists, decisions, identity, based };
  if (source !== undefined && target !== undefined) {
    const merge = mergeDocument(versions, rules);
    const fields = merge.fields.map(field => withDebts(field, input));
    return { ...merge, fields };
  }
  const merge = mergeDocument(
    {
      base: without(base, identity),
      source: without(source, identity),
      target: without(target, identity),
    },
    rules,
  );
  const whole = source ?? target;
  const untouched = merge.fields.every(field => field.text === '');
  return {
    ...merge,
    value: merge.value !== undefined && untouched ? whole : merge.value,
    fields: merge.fields.map(field => withDebts(field, input)),
  };
}
