import { Json } from '../fields';
import { SchemaIssueCode } from './types';

/** What a validator says of one keyword. */
export type Finding = {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The value that was found. */
  readonly value: Json | undefined;
  /** What the schema has for the keyword. */
  readonly wanted: unknown;
};

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'empty',
  number: 'a number',
  object: 'a mapping',
  string: 'a string',
};

function kindOfValue(value: Json | undefined): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'boolean':
      return `the boolean ${value}`;
    case 'number':
    case 'bigint':
      return `the number ${value}`;
    default:
      return 'a mapping';
  }
}

/** A value of a definition, whatever it is. */
function said(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : String(value);
}

function list(values: unknown): string {
  return (Array.isArray(values) ? values : [values]).map(said).join(', ');
}

function count(limit: string, one: string, many: string): string {
  return `${limit} ${limit === '1' ? one : many}`;
}

const LIMITS: Readonly<Record<string, (limit: string) => string>> = {
  minimum: limit => `must be at least ${limit}`,
  maximum: limit => `must be at most ${limit}`,
  exclusiveMinimum: limit => `must be more than ${limit}`,
  exclusiveMaximum: limit => `must be less than ${limit}`,
  minLength: limit =>
    `must have at least ${count(limit, 'character', 'characters')}`,
  maxLength: limit =>
    `must have at most ${count(limit, 'character', 'characters')}`,
  minItems: limit => `must have at least ${count(limit, 'item', 'items')}`,
  maxItems: limit => `must have at most ${count(limit, 'item', 'items')}`,
  minProperties: limit => `must have at least ${count(limit, 'key', 'keys')}`,
  maxProperties: limit => `must have at most ${count(limit, 'key', 'keys')}`,
  multipleOf: limit => `must be a multiple of ${limit}`,
  pattern: limit => `must match ${limit}`,
  format: limit => `must be a ${limit}`,
  uniqueItems: () => 'must not have an item twice',
};

/** A validator's finding as people say it; it reads on after the field's name. */
export function describe(finding: Finding): {
  readonly code: SchemaIssueCode;
  readonly message: string;
} {
  const { keyword, wanted, value } = finding;
  switch (keyword) {
    case 'required':
      return { code: 'required', message: 'is required' };
    case 'type': {
      const types = (Array.isArray(wanted) ? wanted : [wanted])
        .filter(type => type !== 'null')
        .map(type => KINDS[said(type)] ?? said(type));
      return {
        code: 'type',
        message: `must be ${types.join(' or ')}, not ${kindOfValue(value)}`,
      };
    }
    case 'enum':
    case 'const': {
      const values = (Array.isArray(wanted) ? wanted : [wanted]).filter(
        item => item !== null,
      );
      return { code: 'enum', message: `must be one of ${list(values)}` };
    }
    default: {
      const limit = LIMITS[keyword];
      return {
        code: 'bound',
        message: limit ? limit(said(wanted)) : 'has none of the allowed forms',
      };
    }
  }
}
