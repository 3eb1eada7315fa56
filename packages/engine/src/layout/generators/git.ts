import { getKey, isList, isObject, Json } from '../../fields';
import { ManifestError } from '../../errors';
import { readFirstDocument } from '../firstDocument';
import { pathMatch, pathspec } from '../globs';
import { GoMap, listOfStrings, mapOf, normalize, Value } from '../goTemplate';
import { baseName, compareBytes, Directory, directoryOf } from '../tree';
import { Tree } from '../types';
import { flatten } from './flatten';
import {
  GeneratorContext,
  GeneratorFailure,
  Parameters,
  textField,
  UnsupportedGenerator,
} from './types';
import { withValues } from './values';

interface Choice {
  readonly pattern: string;
  readonly exclude: boolean;
}

function choices(list: readonly Json[]): Choice[] {
  return list.map(item => ({
    pattern: textField(getKey(item, 'path'), 'the path of a git generator'),
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
  const names: Array<[string, Value]> = [
    ['basename', base],
    ['basenameNormalized', normalize(base)],
  ];
  if (file !== undefined) {
    names.push(['filename', file], ['filenameNormalized', normalize(file)]);
  }
  const segments = shown.split('/');
  if (context.goTemplate) {
    const all = new Map<string, Value>([
      ['path', shown],
      ...names,
      ['segments', listOfStrings(segments)],
    ]);
    const own = new Map<string, Value>([['path', new GoMap(all)]]);
    return new GoMap(prefix ? new Map([[prefix, new GoMap(own)]]) : own);
  }
  const key = prefix ? `${prefix}.path` : 'path';
  const flat = new Map<string, Value>([[key, shown]]);
  for (const [name, value] of names) flat.set(`${key}.${name}`, value);
  segments.forEach((segment, index) => {
    flat.set(`${key}[${index}]`, segment);
  });
  return new GoMap(flat);
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
  const prefix = textField(getKey(spec, 'pathParamPrefix'), 'pathParamPrefix');
  const sets: Parameters[] = [];
  for (const path of directories(context.layout.tree.root)) {
    const hits = wanted.filter(({ matches }) => matches(path));
    if (hits.length === 0 || hits.some(({ exclude }) => exclude)) continue;
    const parameters = pathParameters(context, path, prefix);
    sets.push(withValues(context, parameters, getKey(spec, 'values')));
  }
  return sets;
}

/** Files that were read; a matrix asks for the same ones again and again. */
const read = new WeakMap<Tree, Map<string, Json>>();

function fileValue(tree: Tree, path: string): Json {
  const known = read.get(tree) ?? new Map<string, Json>();
  read.set(tree, known);
  let value = known.get(path);
  if (value !== undefined) return value;
  try {
    value = readFirstDocument(tree.file(path)?.text ?? '');
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    throw new GeneratorFailure(`${path}: ${error.message}`);
  }
  known.set(path, value);
  return value;
}

function fileObjects(tree: Tree, path: string): Parameters[] {
  const value = fileValue(tree, path);
  if (value === null) return [new GoMap(new Map())];
  if (isObject(value)) return [mapOf(value)];
  if (isList(value) && value.every(item => item === null || isObject(item))) {
    return value.map(item => mapOf(isObject(item) ? item : {}));
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
    if (pattern.startsWith(':(')) {
      throw new UnsupportedGenerator(`it uses the pathspec ${pattern}`);
    }
    const matches = pathspec(pattern);
    if (!matches) {
      throw new GeneratorFailure(
        `the pattern ${pattern} is outside of the repository`,
      );
    }
    return { matches, exclude };
  });
  const candidates = [...tree.paths, ...tree.symlinks.keys()]
    .filter(path => {
      const hits = wanted.filter(({ matches }) => matches(path));
      // Argo CD reads what it excludes as well.
      if (hits.length > 0 && tree.file(path) === undefined) {
        throw new GeneratorFailure(`the link ${path} leads to no file`);
      }
      return hits.length > 0 && !hits.some(({ exclude }) => exclude);
    })
    .sort(compareBytes);
  const prefix = textField(getKey(spec, 'pathParamPrefix'), 'pathParamPrefix');
  return candidates.flatMap(path =>
    fileObjects(tree, path).map(object => {
      const own = context.goTemplate ? object.entries : flatten(object);
      const at = pathParameters(
        context,
        directoryOf(path),
        prefix,
        baseName(path),
      );
      const parameters = new GoMap(
        new Map<string, Value>([...own, ...at.entries]),
      );
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
  const url = textField(getKey(spec, 'repoURL'), 'repoURL');
  const revision = textField(getKey(spec, 'revision'), 'revision');
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
