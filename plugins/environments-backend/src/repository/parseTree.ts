import { TreeEntry } from './types';

/** `<mode> <type> <oid> <size>\t<path>`; size is `-` for what is no blob. */
const ENTRY = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)$/;

/**
 * Reads the output of `git ls-tree -r -z -l`. Submodules are left out, and so
 * are names that are not UTF-8: no manifest can be addressed by them.
 */
export function parseTree(output: Buffer): TreeEntry[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const entries: TreeEntry[] = [];
  let start = 0;
  while (start < output.length) {
    const end = output.indexOf(0, start);
    const stop = end < 0 ? output.length : end;
    const tab = output.indexOf(0x09, start);
    const head = ENTRY.exec(output.toString('latin1', start, tab));
    if (head && head[2] === 'blob') {
      try {
        entries.push({
          path: decoder.decode(output.subarray(tab + 1, stop)),
          oid: head[3],
          mode: head[1],
          size: Number(head[4]),
        });
      } catch {
        // Not UTF-8.
      }
    }
    start = stop + 1;
  }
  return entries;
}
