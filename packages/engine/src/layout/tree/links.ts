import { Directory, TreeEntry, walk } from './directory';
import { directoryOf } from './names';

/** A chain of links longer than this leads nowhere, as for the kernel. */
const MAX_LINKS = 40;

function follow(
  root: Directory,
  path: string,
  tooMany: () => void,
): TreeEntry | undefined {
  const pending = path.split('/').reverse();
  const stack: Directory[] = [root];
  let hops = 0;
  while (pending.length > 0) {
    const name = pending.pop()!;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (stack.length === 1) return undefined;
      stack.pop();
      continue;
    }
    const entry = stack[stack.length - 1].get(name);
    if (!entry) return undefined;
    if (entry.type === 'directory') {
      stack.push(entry);
    } else if (entry.type === 'link') {
      hops++;
      if (hops > MAX_LINKS) tooMany();
      if (hops > MAX_LINKS || entry.target.startsWith('/')) return undefined;
      pending.push(...entry.target.split('/').reverse());
    } else {
      return pending.some(rest => rest !== '' && rest !== '.')
        ? undefined
        : entry;
    }
  }
  return stack[stack.length - 1];
}

/**
 * What a path leads to when every link on the way is followed. Undefined if
 * nothing is there or a link leaves the tree.
 */
export function resolveEntry(
  root: Directory,
  path: string,
): TreeEntry | undefined {
  return follow(root, path, () => {});
}

/** True for a link that leads to itself, by itself or through others. */
export function isCircular(root: Directory, path: string): boolean {
  let circular = false;
  follow(root, path, () => {
    circular = true;
  });
  return circular;
}

/** A link leaves the tree if any step of its target does. */
function leavesTree(path: string, target: string): boolean {
  if (target.startsWith('/')) return true;
  let depth = directoryOf(path).split('/').filter(Boolean).length;
  for (const part of target.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** The first link, in walk order, for which Argo CD refuses the repository. */
export function linkOutside(root: Directory): string | undefined {
  for (const entry of walk(root)) {
    if (entry.type === 'link' && leavesTree(entry.path, entry.target)) {
      return entry.path;
    }
  }
  return undefined;
}
