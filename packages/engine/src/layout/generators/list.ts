import { getKey, isList, isObject, Json } from '../../fields';
import { ManifestError } from '../../errors';
import { readYaml } from '../../manifests';
import { asFloats } from './flatten';
import { GeneratorContext, GeneratorFailure, Parameters } from './types';

function textOf(key: string, value: Json): string {
  if (typeof value === 'string') return value;
  throw new GeneratorFailure(
    `the list element's ${key} is not a string; quote it, or use goTemplate`,
  );
}

function flatElement(element: Json): Parameters {
  const parameters: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(element as object)) {
    if (key !== 'values') {
      parameters[key] = textOf(key, value);
      continue;
    }
    if (!isObject(value)) {
      throw new GeneratorFailure("the list element's values are no mapping");
    }
    for (const [name, inner] of Object.entries(value)) {
      parameters[`values.${name}`] = textOf(`values.${name}`, inner);
    }
  }
  return parameters;
}

function yamlElements(text: string): Json {
  try {
    return readYaml(text);
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
  const elements = getKey(spec, 'elements') ?? [];
  if (!isList(elements)) throw new GeneratorFailure('elements is no list');
  const sets = elements.map(element => {
    if (!isObject(element)) {
      throw new GeneratorFailure('a list element is no mapping');
    }
    return context.goTemplate
      ? (asFloats(element) as Parameters)
      : flatElement(element);
  });
  const written = getKey(spec, 'elementsYaml');
  if (typeof written !== 'string' || written === '') return sets;
  const more = yamlElements(written) ?? [];
  if (!isList(more) || !more.every(isObject)) {
    throw new GeneratorFailure('elementsYaml is no list of mappings');
  }
  return [...sets, ...more.map(item => asFloats(item) as Parameters)];
}
