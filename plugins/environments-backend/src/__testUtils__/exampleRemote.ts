import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { createGitRemote, GitRemote } from './gitRemote';

const EXAMPLE = path.resolve(
  __dirname,
  '../../../../examples/infrastructure-gitops',
);
const HISTORY = `${EXAMPLE}.history`;
const FIRST_COMMIT = Date.parse('2026-03-28T09:00:00Z') / 1000;
const HOURS_APART = 3600;

const historySchema = z.object({
  people: z.record(z.string(), z.string()),
  commits: z.array(
    z.object({
      name: z.string(),
      by: z.string(),
      at: z.string().optional(),
      message: z.string(),
      files: z.array(z.string()),
    }),
  ),
});

function filesBelow(root: string, file: string): string[] {
  const place = path.join(root, file);
  if (!existsSync(place)) return [];
  return statSync(place).isDirectory()
    ? readdirSync(place).flatMap(name =>
        filesBelow(root, path.posix.join(file, name)),
      )
    : [file];
}

/** `data` of Git's fast-import: a length in bytes, then the bytes. */
function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** The example repository with its history, and the ids of its commits by name. */
export function createExampleRemote(): {
  remote: GitRemote;
  ids: Map<string, string>;
} {
  const remote = createGitRemote();
  const ids = new Map<string, string>();
  const history = historySchema.parse(
    load(readFileSync(path.join(HISTORY, 'history.yaml'), 'utf8')),
  );
  history.commits.forEach((commit, index) => {
    const files = new Map<string, string>();
    const own = commit.at ? [path.join(HISTORY, commit.at)] : [];
    for (const root of [EXAMPLE, ...own]) {
      for (const file of commit.files.flatMap(name => filesBelow(root, name))) {
        files.set(file, readFileSync(path.join(root, file), 'utf8'));
      }
    }
    const message = commit.message.replace(
      /\{id:([\w-]+)\}/g,
      (_, name: string) => ids.get(name) ?? '',
    );
    const time = FIRST_COMMIT + index * HOURS_APART;
    const stream = [
      'commit refs/heads/main\nmark :1\n',
      `committer ${history.people[commit.by]} ${time} +0000\n`,
      data(message.trim()),
      index === 0 ? '' : 'from refs/heads/main^0\n',
      ...[...files].map(
        ([file, text]) => `M 100644 inline ${file}\n${data(text)}`,
      ),
      'get-mark :1\n',
    ].join('');
    const id = execFileSync('git', ['fast-import', '--quiet'], {
      cwd: remote.url,
      input: stream,
      encoding: 'utf8',
    });
    ids.set(commit.name, id.trim());
  });
  return { remote, ids };
}
