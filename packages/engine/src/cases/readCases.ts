import { CORE_SCHEMA, NOT_RESOLVED, defineScalarTag, load } from 'js-yaml';
import { Json, JsonObject, getKey, isList, isObject } from '../fields';
import { Case, CaseFileHead } from './types';

export type CaseFile = {
  readonly cases: readonly Case[];
  /** What stands in the file besides its cases. */
  readonly head: CaseFileHead;
};

const INTEGER = /^[-+]?(?:\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
/** More digits than a double is sure to keep. */
const LONG = /^[-+]?\d{16,}$/;

/** YAML 1.2 as everybody writes cases in, with all digits of long numbers. */
const SCHEMA = CORE_SCHEMA.withTags(
  defineScalarTag<number | bigint>('tag:yaml.org,2002:int', {
    implicit: true,
    resolve: source => {
      if (!INTEGER.test(source)) return NOT_RESOLVED;
      return LONG.test(source) ? BigInt(source) : Number(source);
    },
    identify: value => typeof value === 'bigint',
    represent: String,
  }),
);

type Reviver = (
  key: string,
  value: unknown,
  context?: { source?: string },
) => unknown;

const keepDigits: Reviver = (_key, value, context) =>
  typeof value === 'number' && LONG.test(context?.source ?? '')
    ? BigInt(context?.source ?? '')
    : value;

/** JSON with all digits of long numbers; looked for only where there may be any. */
function parseJson(text: string): unknown {
  return /\d{16}/.test(text)
    ? JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1])
    : JSON.parse(text);
}

/** Files with one case a line, `- {…}` or `{…}`, are read as JSON: ten times faster. */
function readLines(text: string): JsonObject[] | undefined {
  const cases: JsonObject[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const json = trimmed.startsWith('- ') ? trimmed.slice(2).trim() : trimmed;
    if (!json.startsWith('{') || !json.endsWith('}')) return undefined;
    try {
      const value = parseJson(json);
      if (typeof value !== 'object' || value === null) return undefined;
      cases.push(value as JsonObject);
    } catch {
      return undefined;
    }
  }
  return cases;
}

function readDocument(text: string): Json {
  return (load(text, { schema: SCHEMA }) ?? null) as Json;
}

/**
 * Reads a case file: YAML or JSON, a list of cases, a mapping with the list
 * under `cases`, or one case a line. What cannot be read is the parser's
 * error; a file without cases has none.
 */
export function readCases(text: string): CaseFile {
  const lines = readLines(text);
  // A single mapping on one line is more likely a whole file than a case.
  if (lines && !(lines.length === 1 && isList(getKey(lines[0], 'cases')))) {
    return { cases: lines, head: {} };
  }
  const document = lines ? lines[0] : readDocument(text);
  const list = isList(document) ? document : getKey(document, 'cases');
  return {
    cases: isList(list) ? list.filter(isObject) : [],
    head: isObject(document) ? document : {},
  };
}
