import { Json, JsonObject } from '../../fields';
import { ManifestError } from '../../errors';
import { kubectlSchema, readYaml } from '../../manifests';
import { TemplateError, UnsupportedTemplate } from './errors';
import { fixed, Functions, variadic } from './functions';
import { baseName, cleanPath, directoryOf } from '../tree';
import { normalize, slugify } from './names';
import { textOf } from './sprigStrings';
import { Value } from './values';
import { dump } from 'js-yaml';

/** Integers of Go become JSON numbers; keys are sorted, as Go writes maps. */
function jsonReady(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(jsonReady);
  if (typeof value === 'object' && value !== null) {
    const map = value as JsonObject;
    const keys = Object.keys(map).sort();
    return Object.fromEntries(keys.map(key => [key, jsonReady(map[key])]));
  }
  return value ?? null;
}

function toJson(value: Value, pretty?: number): string {
  return JSON.stringify(jsonReady(value), undefined, pretty);
}

const HTML = /[<>&\u2028\u2029]/g;

function escaped(json: string): string {
  return json.replace(HTML, char => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function fromJson(text: string): Value {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function mustFromJson(text: string): Value {
  const value = fromJson(text);
  if (value === undefined) throw new TemplateError('invalid JSON');
  return value;
}

function fromYaml(text: string): Value {
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof ManifestError) throw new TemplateError(error.message);
    throw error;
  }
}

function toYaml(value: Value): string {
  const options = { schema: kubectlSchema, lineWidth: -1, seqNoIndent: true };
  return dump(jsonReady(value), options).replace(/\n$/, '');
}

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}

function decode(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text), char => char.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch (error) {
    return String(error);
  }
}

const NESTED_REPEAT = /[*+}]\)?[*+{]|\([^)]*[*+{][^)]*\)[*+{]/;
const MAX_MATCHED = 1000;

/**
 * A Go expression in JavaScript. Expressions whose matching could take
 * exponential time here, but not in Go, are refused.
 */
function expression(source: string, text: string): RegExp {
  const flags = /^\(\?([ims]+)\)/.exec(source);
  const body = flags ? source.slice(flags[0].length) : source;
  if (NESTED_REPEAT.test(body) || text.length > MAX_MATCHED) {
    throw new UnsupportedTemplate(
      `the expression ${source} is not evaluated here`,
    );
  }
  try {
    return new RegExp(body.replace(/\(\?P</g, '(?<'), `gu${flags?.[1] ?? ''}`);
  } catch {
    throw new TemplateError(`error parsing regexp: ${source}`);
  }
}

function matches(source: string, text: string, count: number): string[] {
  const found = text.match(expression(source, text)) ?? [];
  return count < 0 ? found : found.slice(0, count);
}

function expand(replacement: string): string {
  return replacement.replace(/\$\{(\w+)\}/g, (_all, name) =>
    /^\d+$/.test(name) ? `$${name}` : `$<${name}>`,
  );
}

const regexMatch = fixed(['string', 'string'], (source, text) =>
  expression(source, text).test(text),
);
const regexFind = fixed(
  ['string', 'string'],
  (source, text) => matches(source, text, 1)[0] ?? '',
);
const regexFindAll = fixed(['string', 'string', 'int'], matches);
const regexReplaceAll = fixed(
  ['string', 'string', 'string'],
  (source, text, by) => text.replace(expression(source, text), expand(by)),
);
const regexReplaceAllLiteral = fixed(
  ['string', 'string', 'string'],
  (source, text, by) => text.replace(expression(source, text), () => by),
);
const regexSplit = fixed(['string', 'string', 'int'], (source, text, count) => {
  const parts = text.split(expression(source, text));
  return count < 0 ? parts : parts.slice(0, count);
});

/** sprig's functions for encodings, expressions and paths, and Argo CD's own. */
export const ENCODING: Functions = {
  b64enc: fixed(['string'], encode),
  b64dec: fixed(['string'], decode),
  toJson: fixed(['any'], value => escaped(toJson(value))),
  mustToJson: fixed(['any'], value => escaped(toJson(value))),
  toPrettyJson: fixed(['any'], value => escaped(toJson(value, 2))),
  toRawJson: fixed(['any'], value => toJson(value)),
  fromJson: fixed(['string'], fromJson),
  mustFromJson: fixed(['string'], mustFromJson),
  regexMatch,
  mustRegexMatch: regexMatch,
  regexFind,
  mustRegexFind: regexFind,
  regexFindAll,
  mustRegexFindAll: regexFindAll,
  regexReplaceAll,
  mustRegexReplaceAll: regexReplaceAll,
  regexReplaceAllLiteral,
  mustRegexReplaceAllLiteral: regexReplaceAllLiteral,
  regexSplit,
  mustRegexSplit: regexSplit,
  base: fixed(['string'], path => baseName(path.replace(/\/+$/, '')) || '.'),
  dir: fixed(['string'], path => directoryOf(path) || '.'),
  clean: fixed(['string'], path => cleanPath(path) || '.'),
  ext: fixed(['string'], path => /\.[^./]*$/.exec(path)?.[0] ?? ''),
  isAbs: fixed(['string'], path => path.startsWith('/')),
  normalize: fixed(['string'], normalize),
  slugify: variadic([], 'any', args => slugify(args, textOf)),
  toYaml: fixed(['any'], toYaml),
  fromYaml: fixed(['string'], fromYaml),
  fromYamlArray: fixed(['string'], fromYaml),
};
