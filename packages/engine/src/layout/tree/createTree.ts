import {
  Manifest,
  ParsedFile,
  parseManifests,
  SourceFile,
} from '../../manifests';
import { Tree, TreeOptions } from '../types';
import { Directory, walk } from './directory';
import { resolveEntry } from './links';
import { cleanPath } from './names';

function place(root: Directory, path: string): [Directory, string] {
  const parts = path.split('/');
  const name = parts.pop()!;
  let directory = root;
  for (const part of parts) directory = directory.child(part);
  return [directory, name];
}

/** The same objects, said to come from the link they were read through. */
function renamed(parsed: ParsedFile, path: string): ParsedFile {
  const manifests = parsed.manifests.map(
    (manifest): Manifest => ({
      ...manifest,
      origin: { ...manifest.origin, file: path },
    }),
  );
  return { ...parsed, manifests };
}

/**
 * The files of one commit as a tree. Files are parsed when they are first
 * asked for, through `options.parse` if given, and kept.
 */
export function createTree(
  files: Iterable<SourceFile>,
  options: TreeOptions = {},
): Tree {
  const { symlinks = new Map<string, string>(), parse = parseManifests } =
    options;
  const root = new Directory('');
  const byPath = new Map<string, SourceFile>();
  const parsed = new Map<string, ParsedFile>();
  for (const file of files) {
    const path = cleanPath(file.path);
    if (path === '') continue;
    const [directory, name] = place(root, path);
    directory.add(name, { type: 'file', path });
    byPath.set(path, file);
  }
  for (const [written, target] of symlinks) {
    const path = cleanPath(written);
    if (path === '') continue;
    const [directory, name] = place(root, path);
    directory.add(name, { type: 'link', path, target });
  }
  const paths: string[] = [];
  for (const entry of walk(root)) {
    if (entry.type === 'file') paths.push(entry.path);
  }
  const resolve = (path: string): SourceFile | undefined => {
    const direct = byPath.get(path);
    if (direct) return direct;
    const entry = resolveEntry(root, path);
    return entry?.type === 'file' ? byPath.get(entry.path) : undefined;
  };
  return {
    root,
    paths,
    symlinks,
    file: resolve,
    parse(path) {
      const known = parsed.get(path);
      if (known) return known;
      const file = resolve(path);
      if (!file) return undefined;
      const direct = byPath.get(path) === file;
      const result = direct ? parse(file) : renamed(parse(file), path);
      parsed.set(path, result);
      return result;
    },
  };
}
