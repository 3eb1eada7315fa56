import {
  FieldPath,
  Json,
  JsonObject,
  getKey,
  isList,
  isObject,
} from '../fields';
import { fieldName, kubernetesCel } from './cel/environment';
import { itemStep } from './placeOf';
import { itemSchema, keySchema } from './structural';
import { SchemaIssue } from './types';

type Rule = { readonly rule: string; readonly message: string };
type Program = (context: Record<string, unknown>) => unknown;

const environment = kubernetesCel();

/** Rules come from few definitions; more is somebody playing with texts. */
const MOST_PROGRAMS = 2_000;
const programs = new Map<string, Program | undefined>();

function programOf(rule: string): Program | undefined {
  if (programs.size > MOST_PROGRAMS) programs.clear();
  if (!programs.has(rule)) {
    let program: Program | undefined;
    try {
      program = environment.parse(rule);
    } catch {
      program = undefined;
    }
    programs.set(rule, program);
  }
  return programs.get(rule);
}

function rulesOf(schema: JsonObject): Rule[] {
  const rules = getKey(schema, 'x-kubernetes-validations');
  return (isList(rules) ? rules : []).flatMap(item => {
    const rule = getKey(item, 'rule');
    const message = getKey(item, 'message');
    if (typeof rule !== 'string') return [];
    return [{ rule, message: typeof message === 'string' ? message : '' }];
  });
}

/** A value as CEL has it: whole numbers are int unless the schema says number. */
function toCel(value: Json, schema: JsonObject | undefined): unknown {
  if (typeof value === 'number') {
    const isDouble = schema && getKey(schema, 'type') === 'number';
    return Number.isSafeInteger(value) && !isDouble ? BigInt(value) : value;
  }
  if (isList(value)) {
    const items = schema && itemSchema(schema);
    return value.map(item => toCel(item, items));
  }
  if (!isObject(value)) return value;
  const result: Record<string, unknown> = Object.create(null);
  const properties = schema && getKey(schema, 'properties');
  for (const key of Object.keys(value)) {
    const next = schema && keySchema(schema, key);
    result[key] = toCel(value[key], isObject(next) ? next : undefined);
    const name = fieldName(key);
    // A field is called by a name that CEL can have; a key of a map is not.
    if (name !== undefined && getKey(properties, key) !== undefined) {
      result[name] = result[key];
    }
  }
  return result;
}

function judge(
  { rule, message }: Rule,
  self: unknown,
  old: unknown,
): string | undefined {
  const usesOld = /\boldSelf\b/.test(rule);
  // A transition rule says nothing of a value that was not there before.
  if (usesOld && old === undefined) return undefined;
  const program = programOf(rule);
  if (!program) return `has a rule that cannot be read: ${rule}`;
  try {
    const result = program(usesOld ? { self, oldSelf: old } : { self });
    if (result === true) return undefined;
  } catch {
    return `breaks a rule that cannot be evaluated: ${message || rule}`;
  }
  return message ? `breaks a rule: ${message}` : `must satisfy ${rule}`;
}

/**
 * The x-kubernetes-validations rules that an object breaks. `old` is the same
 * object before the change, for rules about transitions.
 */
export function brokenRules(
  object: JsonObject,
  schema: JsonObject,
  old?: JsonObject,
): SchemaIssue[] {
  const issues: SchemaIssue[] = [];
  const visit = (
    value: Json,
    before: Json | undefined,
    type: JsonObject,
    path: FieldPath,
  ): void => {
    const rules = rulesOf(type);
    if (rules.length > 0 && value !== null) {
      const self = toCel(value, type);
      const oldSelf = before === undefined ? undefined : toCel(before, type);
      for (const rule of rules) {
        const message = judge(rule, self, oldSelf);
        if (message !== undefined) {
          issues.push({ code: 'rule', path, message, severity: 'error' });
        }
      }
    }
    if (isList(value)) {
      const items = itemSchema(type);
      if (!items) return;
      // Items of a list have no identity over time unless it is keyed.
      value.forEach((item, index) =>
        visit(item, undefined, items, [...path, itemStep(type, item, index)]),
      );
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const next = keySchema(type, key);
        if (isObject(next)) {
          const place: FieldPath = [...path, { type: 'key', key }];
          visit(value[key], getKey(before, key), next, place);
        }
      }
    }
  };
  visit(object, old, schema, []);
  return issues;
}
