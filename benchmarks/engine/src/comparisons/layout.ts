import {
  EffectiveResource,
  createTree,
  diffResources,
  layout,
} from '@stagecraft/engine';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { ENVIRONMENTS, pairs, repository } from '../corpus/environments';
import { readFiles, writeFiles } from '../folder';
import { Comparison, contestant } from '../types';

function byObject(resources: readonly EffectiveResource[], name: string) {
  return new Map(
    resources
      .filter(({ environment }) => environment === name)
      .map(({ manifest }) => [`${manifest.kind}/${manifest.name}`, manifest]),
  );
}

/** How many objects two environments do not have alike. */
function ours(folder: string): number {
  const { resources } = layout(createTree(readFiles(folder)));
  const [left, right] = ENVIRONMENTS.map(name => byObject(resources, name));
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter(name => {
    const [a, b] = [left.get(name), right.get(name)];
    return !a || !b || diffResources(a, b).length > 0;
  }).length;
}

/** The same by the text of the files. */
function diffFolders(folder: string): number {
  const folders = ENVIRONMENTS.map(name => join(folder, 'environments', name));
  const { stdout } = spawnSync('diff', ['-r', ...folders], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return stdout.match(/^diff -r /gm)?.length ?? 0;
}

/**
 * "Do the two environments differ?", from the files of a folder: read, told
 * apart by the Applications in it, and compared.
 */
export function layoutComparison(folder: string, objects: number): Comparison {
  const all = pairs(objects);
  writeFiles(folder, repository(all));
  const planted = all.filter(({ differs }) => differs).length;
  return {
    title: 'Layout: do two environments differ?',
    count: 2 * objects + ENVIRONMENTS.length,
    unit: 'files',
    contestants: [
      contestant(
        'read, createTree, layout, diffResources',
        () => ours(folder),
        found => `${found} objects differ of ${planted} that do`,
      ),
      contestant(
        'read, js-yaml load',
        () => readFiles(folder).map(({ text }) => load(text)),
        () => 'values, no answer',
      ),
      contestant(
        'read, yaml parse',
        () => readFiles(folder).map(({ text }) => parse(text)),
        () => 'values, no answer',
      ),
      contestant(
        'diff -r',
        () => diffFolders(folder),
        found => `${found} files differ, by their text; one process`,
      ),
    ],
  };
}
