import { isObject, Json } from '../../fields';
import { ManifestError } from '../../errors';
import { readFirstDocument } from '../firstDocument';
import { TemplateError } from './errors';
import { fromJson, GoList, GoMap, mapOf } from './values';

function read(text: string): Json {
  try {
    return readFirstDocument(text);
  } catch (error) {
    if (error instanceof ManifestError) throw new TemplateError(error.message);
    throw error;
  }
}

/** fromYaml: a mapping; nothing but blanks is an empty one. */
export function readYamlMap(text: string): GoMap {
  const value = read(text);
  if (value === null) return new GoMap(new Map());
  if (isObject(value)) return mapOf(value);
  throw new TemplateError('cannot unmarshal the YAML into a mapping');
}

/** fromYamlArray: a list. */
export function readYamlList(text: string): GoList {
  const value = read(text);
  if (value === null) return new GoList([], 'interface {}', true);
  const list = fromJson(value);
  if (list instanceof GoList) return list;
  throw new TemplateError('cannot unmarshal the YAML into a list');
}
