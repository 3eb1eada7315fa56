import { getKey, isList, isObject, Json, JsonObject } from '../../fields';
import { ManifestError } from '../../errors';
import { readFirstDocument } from '../firstDocument';
import { GoMap, mapOf, Value } from '../goTemplate';
import {
  GeneratorContext,
  GeneratorFailure,
  Parameters,
  textField,
} from './types';

function textOf(key: string, value: Json): string {
  if (typeof value === 'string') return value;
  throw new GeneratorFailure(
    `the list element's ${key} is not a string; quote it, or use goTemplate`,
  );
}

function flatElement(element: JsonObject): Parameters {
  const parameters = new Map<string, Value>();
  for (const [key, value] of Object.entries(element)) {
    if (key !== 'values') {
      parameters.set(key, textOf(key, value));
      continue;
    }
    if (!isObject(value)) {
      throw new GeneratorFailure("the list element's values are no mapping");
    }
    for (const [name, inner] of Object.entries(value)) {
      parameters.set(`values.${name}`, textOf(`values.${name}`, inner));
    }
  }
  return new GoMap(parameters);
}

function elementsIn(list: Json, name: string): JsonObject[] {
  if (!isList(list)) throw new GeneratorFailure(`${name} is no list`);
  return list.map(item => {
    if (isObject(item)) return item;
    throw new GeneratorFailure(`an element of ${name} is no mapping`);
  });
}

function yamlElements(text: string): JsonObject[] {
  try {
    const list = readFirstDocument(text) ?? [];
    // Here, but not in elements, null is an element without parameters.
    const items = isList(list) ? list.map(item => item ?? {}) : list;
    return elementsIn(items, 'elementsYaml');
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    throw new GeneratorFailure(`elementsYaml: ${error.message}`);
  }
}

/** The elements of a list generator, then those of its elementsYaml. */
export function listParameters(
  context: GeneratorContext,
  spec: Json,
): Parameters[] {
  const sets = elementsIn(getKey(spec, 'elements') ?? [], 'elements').map(
    element => (context.goTemplate ? mapOf(element) : flatElement(element)),
  );
  const written = textField(getKey(spec, 'elementsYaml'), 'elementsYaml');
  if (written === '') return sets;
  return [...sets, ...yamlElements(written).map(mapOf)];
}
