import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diff3Merge } from 'node-diff3';
import { MergePeer } from './types';

/** Merges lines in this process. */
export const lineMerge: MergePeer = {
  name: 'node-diff3, by lines',
  merge({ base, source, target }) {
    const [o, a, b] = [base, target, source].map(text => text.split('\n'));
    const lines: string[] = [];
    for (const part of diff3Merge(a, o, b, { excludeFalseConflicts: true })) {
      if (!part.ok) return undefined;
      lines.push(...part.ok);
    }
    return lines.join('\n');
  },
};

/** What people have at hand: a process and three files for each merge. */
export const gitMergeFile: MergePeer = {
  name: 'git merge-file',
  merge({ base, source, target }) {
    const folder = mkdtempSync(join(tmpdir(), 'stagecraft-bench-'));
    try {
      const files = [target, base, source].map((text, index) => {
        const file = join(folder, String(index));
        writeFileSync(file, text);
        return file;
      });
      const { status, stdout } = spawnSync(
        'git',
        ['merge-file', '-p', ...files],
        { encoding: 'utf8' },
      );
      return status === 0 ? stdout : undefined;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
