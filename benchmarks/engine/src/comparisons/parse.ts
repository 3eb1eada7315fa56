import { parseManifests } from '@stagecraft/engine';
import { load } from 'js-yaml';
import { parse, parseDocument } from 'yaml';
import { pairs } from '../corpus/environments';
import { Comparison, contestant } from '../types';

/** Text of many small files to values. */
export function parseComparison(count: number): Comparison {
  const texts = pairs(count).map(({ left }) => left);
  return {
    title: 'Parse',
    count,
    unit: 'files',
    contestants: [
      contestant(
        'parseManifests',
        () => texts.map(text => parseManifests({ path: 'x.yaml', text })),
        () =>
          'values as kubectl reads them, origins, problems with their place',
      ),
      contestant(
        'js-yaml load',
        () => texts.map(text => load(text)),
        () => 'values of YAML 1.2, no place of anything',
      ),
      contestant(
        'yaml parse',
        () => texts.map(text => parse(text)),
        () => 'values of YAML 1.2, no place of anything',
      ),
      contestant(
        'yaml parseDocument',
        () => texts.map(text => parseDocument(text)),
        () => 'nodes with their places',
      ),
    ],
  };
}
