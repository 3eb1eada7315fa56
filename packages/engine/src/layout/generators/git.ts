import { getKey, isList, isObject, Json } from '../../fields';
import { ManifestError } from '../../errors';
import { readYaml } from '../../manifests';
import { pathMatch, pathspec } from '../globs';
import { normalize } from '../goTemplate';
import { baseName, compareBytes, Directory, directoryOf } from '../tree';
import { Tree } from '../types';
import { asFloats, flatten } from './flatten';
import {
  GeneratorContext,
  GeneratorFailure,
  Parameters,
  textOr,
  UnsupportedGenerator,
} from './types';
import { withValues } from './values';

interface Choice {
  readonly pattern: string;
  readonly exclude: boolean;
}

function choices(list: readonly Json[]): Choice[] {
  return list.map(item => ({
    pattern: textOr(getKey(item, 'path')),
    exclude: getKey(item, 'exclude') === true,
  }));
}

/** Every directory but those below one that starts with a dot, in walk order. */
function* directories(from: Directory): Generator<string> {
  for (const name of from.visibleDirectories()) {
    const child = from.child(name);
    yield child.path;
    yield* directories(child);
  }
}

/** What is true of a path, under the names that the mode gives it. */
function pathParameters(
  context: GeneratorContext,
  path: string,
  prefix: string,
  file?: string,
): Parameters {
  const shown = path || '.';
  const base = baseName(shown);
  const names: { [key: string]: Json } = {
    basename: base,
    basenameNormalized: normalize(base),
    ...(file !== undefined && {
      filename: file,
      filenameNormalized: normalize(file),
    }),
  };
  const segments = shown.split('/');
  if (context.goTemplate) {
    const all = { path: shown, ...names, segments };
    return prefix ? { [prefix]: { path: all } } : { path: all };
  }
  const key = prefix ? `${prefix}.path` : 'path';
  const flat: { [key: string]: Json } = { [key]: shown };
  for (const [name, value] of Object.entries(names)) {
    flat[`${key}.${name}`] = value;
  }
  segments.forEach((segment, index) => {
    flat[`${key}[${index}]`] = segment;
  });
  return flat;
}

function directorySets(
  context: GeneratorContext,
  spec: Json,
  written: readonly Json[],
): Parameters[] {
  const wanted = choices(written).map(({ pattern, exclude }) => ({
    matches: pathMatch(pattern),
    exclude,
  }));
  const prefix = textOr(getKey(spec, 'pathParamPrefix'));
  const sets: Parameters[] = [];
  for (const path of directories(context.layout.tree.root)) {
    const hits = wanted.filter(({ matches }) => matches(path));
    if (hits.length === 0 || hits.some(({ exclude }) => exclude)) continue;
    const parameters = pathParameters(context, path, prefix);
    sets.push(withValues(context, parameters, getKey(spec, 'values')));
  }
  return sets;
}

function fileObjects(tree: Tree, path: string): Parameters[] {
  let value: Json;
  try {
    value = readYaml(tree.file(path)?.text ?? '');
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    throw new GeneratorFailure(`${path}: ${error.message}`);
  }
  const floats = asFloats(value);
  if (floats === null) return [{}];
  if (isObject(floats)) return [floats];
  if (isList(floats) && floats.every(item => item === null || isObject(item))) {
    return floats.map(item => (item ?? {}) as Parameters);
  }
  throw new GeneratorFailure(`${path} is neither a mapping nor a list of them`);
}

function fileSets(
  context: GeneratorContext,
  spec: Json,
  written: readonly Json[],
): Parameters[] {
  const { tree } = context.layout;
  const wanted = choices(written).map(({ pattern, exclude }) => {
    if (pattern.startsWith('/') || pattern.startsWith('../')) {
      throw new GeneratorFailure(
        `the pattern ${pattern} is outside of the repository`,
      );
    }
    return { matches: pathspec(pattern), exclude };
  });
  const candidates = [...tree.paths, ...tree.symlinks.keys()]
    .filter(path => {
      const hits = wanted.filter(({ matches }) => matches(path));
      return hits.length > 0 && !hits.some(({ exclude }) => exclude);
    })
    .filter(path => tree.file(path) !== undefined)
    .sort(compareBytes);
  const prefix = textOr(getKey(spec, 'pathParamPrefix'));
  return candidates.flatMap(path =>
    fileObjects(tree, path).map(object => {
      const parameters = {
        ...(context.goTemplate ? object : flatten(object)),
        ...pathParameters(context, directoryOf(path), prefix, baseName(path)),
      };
      return withValues(context, parameters, getKey(spec, 'values'));
    }),
  );
}

/** The directories or files of this repository that a git generator names. */
export function gitParameters(
  context: GeneratorContext,
  spec: Json,
): Parameters[] {
  const { repository } = context.layout;
  const url = textOr(getKey(spec, 'repoURL'));
  const revision = textOr(getKey(spec, 'revision'));
  const dirs = getKey(spec, 'directories');
  const files = getKey(spec, 'files');
  const listed = [dirs, files].some(list => isList(list) && list.length > 0);
  if (!listed) {
    throw new GeneratorFailure(
      'the git generator names no directories or files',
    );
  }
  if (!repository.isThis(url)) {
    throw new UnsupportedGenerator(`a git generator reads ${url}`);
  }
  if (!repository.isThisRevision(revision)) {
    throw new UnsupportedGenerator(
      `a git generator reads revision ${revision}`,
    );
  }
  return isList(dirs) && dirs.length > 0
    ? directorySets(context, spec, dirs)
    : fileSets(context, spec, files as readonly Json[]);
}
