import { CORE_SCHEMA, NOT_RESOLVED, defineScalarTag, loadAll } from 'js-yaml';
import { Json } from '../fields';

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

/** JSON with all digits of long numbers; undefined if it is no JSON. */
export function readJson(text: string): Json | undefined {
  try {
    // Long numbers are looked for only where there may be any: it is slow.
    return /\d{16}/.test(text)
      ? JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1])
      : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The documents of a YAML text; the parser's error if it cannot be read. */
export function readDocuments(text: string): readonly Json[] {
  return loadAll(text, { schema: SCHEMA }) as Json[];
}
