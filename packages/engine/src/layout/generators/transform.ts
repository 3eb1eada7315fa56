import { getKey, isObject, Json, JsonObject } from '../../fields';
import { wrongFields } from '../argo/knownFields';
import { NESTED_COMBINATION } from '../argo/specFields';
import { clusterParameters } from './clusters';
import { matrixParameters, mergeParameters, RunChild } from './combine';
import { fillTemplate } from './fillTemplate';
import { GoMap } from '../goTemplate';
import { selectable } from './flatten';
import { gitParameters } from './git';
import { listParameters } from './list';
import { labelSelector } from './selector';
import {
  checkCount,
  GeneratorContext,
  GeneratorFailure,
  Parameters,
  UnsupportedGenerator,
} from './types';

/** The sets of one generator and the template they go into. */
export interface GeneratorResult {
  readonly parameters: readonly Parameters[];
  readonly template: JsonObject;
}

/** How deep a matrix or merge may stand in another one; beyond, they are none. */
const MAX_NESTING = 1;

/** The order in which Argo CD runs several generators of one entry. */
const ORDER = [
  'list',
  'clusters',
  'git',
  'scmProvider',
  'clusterDecisionResource',
  'pullRequest',
  'matrix',
  'merge',
  'plugin',
  'oci',
];

function isCombination(type: string): boolean {
  return type === 'matrix' || type === 'merge';
}

function parametersOf(
  context: GeneratorContext,
  type: string,
  spec: Json,
  run: RunChild,
): Parameters[] {
  switch (type) {
    case 'list':
      return listParameters(context, spec);
    case 'clusters':
      return clusterParameters(context, spec);
    case 'git':
      return gitParameters(context, spec);
    case 'matrix':
      return matrixParameters(context, spec, run);
    case 'merge':
      return mergeParameters(context, spec, run);
    default:
      throw new UnsupportedGenerator(`it uses the generator ${type}`);
  }
}

function checkNested(type: string, spec: Json): void {
  const wrong = isObject(spec)
    ? wrongFields(spec, NESTED_COMBINATION, type)[0]
    : type;
  if (wrong !== undefined) {
    throw new GeneratorFailure(`${wrong} has the wrong type`);
  }
}

/**
 * Runs one entry of `generators`. An entry that names several generators is
 * several. Throws {@link GeneratorFailure} and {@link UnsupportedGenerator}.
 *
 * @param outer - parameters of an enclosing matrix, empty outside of one
 */
export function transform(
  context: GeneratorContext,
  written: Json,
  template: JsonObject,
  outer: Parameters = new GoMap(new Map()),
  depth = 0,
): GeneratorResult[] {
  if (!isObject(written))
    throw new GeneratorFailure('a generator is no mapping');
  const selects = labelSelector(getKey(written, 'selector'));
  const filled =
    outer.entries.size > 0
      ? (context.templates.generator(written, outer) as JsonObject)
      : written;
  const given = Object.keys(written).filter(
    key => key !== 'selector' && written[key] !== null,
  );
  // The API server drops what it does not know.
  const types = ORDER.filter(
    type =>
      given.includes(type) && (depth <= MAX_NESTING || !isCombination(type)),
  );
  if (types.length === 0 && given.length > 0 && depth === 0) {
    throw new UnsupportedGenerator(`there is no generator ${given[0]}`);
  }
  return types.map(type => {
    if (depth > 0 && isCombination(type)) checkNested(type, written[type]);
    const run: RunChild = (child, parameters) => {
      const results = transform(context, child, {}, parameters, depth + 1);
      if (results.length === 1) return [...results[0].parameters];
      throw new GeneratorFailure('a nested entry must name one generator');
    };
    const sets = parametersOf(context, type, getKey(filled, type) ?? {}, run);
    checkCount(sets.length);
    const own = getKey(getKey(written, type), 'template');
    return {
      parameters: selects ? sets.filter(set => selects(selectable(set))) : sets,
      template: fillTemplate(isObject(own) ? own : {}, template),
    };
  });
}
