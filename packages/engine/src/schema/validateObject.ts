import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import {
  FieldPath,
  Json,
  JsonObject,
  formatPath,
  isList,
  isObject,
  parsePointer,
} from '../fields';
import { withinStack } from '../errors';
import { describe } from './messages';
import { placeOf } from './placeOf';
import { brokenRules } from './rules';
import { toJsonSchema } from './toJsonSchema';
import { SchemaIssue } from './types';
import { unknownFields } from './unknownFields';

const DATE_TIME =
  /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const INT32 = 2_147_483_648;

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  verbose: true,
  logger: false,
  ownProperties: true,
  unicodeRegExp: false,
  useDefaults: true,
  validateSchema: false,
  addUsedSchema: false,
});
ajv.addFormat('date-time', DATE_TIME);
ajv.addFormat('int32', {
  type: 'number',
  validate: value => value >= -INT32 && value < INT32,
});
for (const format of ['int64', 'float', 'double', 'byte', 'password']) {
  ajv.addFormat(format, true);
}

const compiled = new WeakMap<JsonObject, ValidateFunction | undefined>();

function validatorOf(schema: JsonObject): ValidateFunction | undefined {
  if (!compiled.has(schema)) {
    let validator: ValidateFunction | undefined;
    try {
      validator = ajv.compile(toJsonSchema(schema));
    } catch {
      validator = undefined;
    }
    compiled.set(schema, validator);
  }
  return compiled.get(schema);
}

/** A copy to fill defaults into, with numbers that a validator knows. */
function plain(value: Json): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (isList(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, plain(item)]),
  );
}

const IN_CHOICE = /(?<!\/properties)\/(?:(?:anyOf|oneOf)\/\d|not\/)/;

/** Inside a choice of forms only the choice itself is a finding. */
function counts(error: ErrorObject): boolean {
  return !IN_CHOICE.test(error.schemaPath);
}

function toIssue(
  error: ErrorObject,
  object: JsonObject,
  schema: JsonObject,
): SchemaIssue {
  const tokens = parsePointer(error.instancePath) ?? [];
  if (error.keyword === 'required') {
    tokens.push(String(error.params.missingProperty));
  }
  const { code, message } = describe({
    keyword: error.keyword,
    params: error.params,
    value: error.data as Json | undefined,
    wanted: error.schema,
  });
  return {
    code,
    path: placeOf(tokens, object, schema),
    message,
    severity: 'error',
  };
}

function place({ path }: { readonly path: FieldPath }): string {
  return formatPath(path);
}

/** A value of the wrong type breaks other keywords as well; the type says it all. */
function withoutEchoes(issues: readonly SchemaIssue[]): SchemaIssue[] {
  const wrongType = new Set(
    issues.filter(issue => issue.code === 'type').map(place),
  );
  const seen = new Set<string>();
  return issues.filter(issue => {
    const at = place(issue);
    const key = `${issue.code} ${at} ${issue.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return issue.code === 'type' || !wrongType.has(at);
  });
}

/** As the API server: rules are not evaluated on an object of the wrong shape. */
function blocksRules(error: ErrorObject): boolean {
  return [
    'required',
    'type',
    'enum',
    'maxLength',
    'maxItems',
    'maxProperties',
  ].includes(error.keyword);
}

/** What a validator, the rules and the tables of fields say. */
function issuesOf(
  object: JsonObject,
  schema: JsonObject,
  validate: ValidateFunction,
  before: JsonObject | undefined,
): SchemaIssue[] {
  const filled = plain(object) as JsonObject;
  validate(filled);
  const errors = (validate.errors ?? []).filter(counts);
  const issues = withoutEchoes(
    errors.map(error => toIssue(error, filled, schema)),
  );
  const rules = errors.some(blocksRules)
    ? []
    : brokenRules(filled, schema, before);
  return [...issues, ...rules, ...unknownFields(object, schema)];
}

/**
 * Validates an object as the API server would, after defaulting: errors for
 * what it would refuse, warnings for fields that it would drop. `before` is
 * the object before the change, for rules about transitions.
 *
 * @throws EngineError `too-deep` for objects nested beyond the stack.
 */
export function validateObject(
  object: JsonObject,
  schema: JsonObject,
  options: { readonly before?: JsonObject } = {},
): SchemaIssue[] {
  const validate = validatorOf(schema);
  if (!validate) {
    const message = 'cannot be checked: its definition is not a valid schema';
    return [{ code: 'bound', path: [], message, severity: 'error' }];
  }
  return withinStack(() => issuesOf(object, schema, validate, options.before));
}
