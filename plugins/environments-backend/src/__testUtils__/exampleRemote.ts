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
  for (const commit of history.commits) {
    const own = path.join(HISTORY, commit.at ?? '');
    const files: Record<string, string> = {};
    for (const named of commit.files) {
      const roots = commit.at ? [EXAMPLE, own] : [EXAMPLE];
      for (const root of roots) {
        for (const file of filesBelow(root, named)) {
          files[file] = readFileSync(path.join(root, file), 'utf8');
        }
      }
    }
    const message = commit.message.replace(
      /\{id:([\w-]+)\}/g,
      (_, name: string) => ids.get(name) ?? '',
    );
    const author = history.people[commit.by].replace(/ <.*/, '');
    ids.set(commit.name, remote.commit(message.trim(), files, { author }));
  }
  return { remote, ids };
}
