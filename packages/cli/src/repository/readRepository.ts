import { readFile, readlink, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SourceFile, Tree, createTree } from '@stagecraft/engine';
import { Io, UsageError } from '../io';
import { readBlobs, toText } from './blobs';
import { git } from './git';

/** Files whose content the engine reads; of others only the name matters. */
const MANIFEST = /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/;

/** A folder or repository, as it is or at a commit. */
export type Repository = {
  readonly folder: string;
  /** The commit that was read; undefined: files as they lie in the folder. */
  readonly commit?: string;
  readonly tree: Tree;
};

type Contents = {
  readonly files: SourceFile[];
  readonly symlinks: Map<string, string>;
};

async function isBare(folder: string): Promise<boolean | undefined> {
  try {
    const answer = await git(folder, ['rev-parse', '--is-bare-repository']);
    return answer.toString().trim() === 'true';
  } catch {
    return undefined;
  }
}

/** Tree and files of a commit. */
async function atCommit(folder: string, commit: string): Promise<Contents> {
  const listing = await git(folder, ['ls-tree', '-r', '-z', commit]);
  const entries = listing
    .toString('utf8')
    .split('\0')
    .flatMap(line => {
      const match = /^(\d+) (\w+) ([0-9a-f]+)\t([^]+)$/.exec(line);
      return match ? [{ mode: match[1], id: match[3], path: match[4] }] : [];
    });
  const isLink = (mode: string) => mode === '120000';
  const texts = await readBlobs(
    folder,
    entries
      .filter(({ mode, path }) => isLink(mode) || MANIFEST.test(path))
      .map(({ id }) => id),
  );
  const contents: Contents = { files: [], symlinks: new Map() };
  for (const { mode, id, path } of entries) {
    const content = texts.get(id) ?? { text: '' };
    if (isLink(mode)) contents.symlinks.set(path, content.text);
    else contents.files.push({ path, ...content, blob: id });
  }
  return contents;
}

/** Paths of a working tree; without git, everything below the folder. */
async function pathsOf(folder: string): Promise<string[]> {
  try {
    const listing = await git(folder, [
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
    ]);
    return [...new Set(listing.toString('utf8').split('\0'))].filter(Boolean);
  } catch {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    const names = entries
      .filter(entry => !entry.isDirectory())
      .map(entry => join(entry.parentPath, entry.name));
    return names.map(name => name.slice(folder.length + 1));
  }
}

async function inFolder(folder: string): Promise<Contents> {
  const contents: Contents = { files: [], symlinks: new Map() };
  for (const path of await pathsOf(folder)) {
    const full = join(folder, path);
    const link = await readlink(full).catch(() => undefined);
    if (link !== undefined) contents.symlinks.set(path, link);
    else if (!MANIFEST.test(path)) contents.files.push({ path, text: '' });
    else {
      const found = await stat(full).catch(() => undefined);
      // Neither what is deleted in the folder nor a pipe is a file.
      if (!found?.isFile()) continue;
      contents.files.push({ path, ...toText(await readFile(full)) });
    }
  }
  return contents;
}

/** The id of a commit by any of its names. */
export async function resolveCommit(
  folder: string,
  name: string,
): Promise<string> {
  const id = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]).catch(() => {
    throw new UsageError(`${folder} has no commit ${name}`);
  });
  return id.toString().trim();
}

/**
 * Reads a repository: a working tree as it lies there, a bare repository at
 * HEAD, either at a commit when `ref` names one.
 *
 * @throws UsageError when there is no such folder or commit
 */
export async function readRepository(
  io: Io,
  directory: string,
  ref?: string,
): Promise<Repository> {
  const folder = resolve(io.cwd, directory);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`${directory} is no folder`);
  const bare = await isBare(folder);
  if (ref !== undefined || bare) {
    if (bare === undefined) {
      throw new UsageError(`${directory} is no git repository`);
    }
    const commit = await resolveCommit(folder, ref ?? 'HEAD');
    const { files, symlinks } = await atCommit(folder, commit);
    return { folder, commit, tree: createTree(files, { symlinks }) };
  }
  const { files, symlinks } = await inFolder(folder);
  return { folder, tree: createTree(files, { symlinks }) };
}
