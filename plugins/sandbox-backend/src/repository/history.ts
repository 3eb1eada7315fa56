import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { load } from 'js-yaml';
import { z } from 'zod';
import { NewCommit, Person } from './fastImport';

const HOUR = 3_600_000;
const UNITS: Record<string, number> = { m: 60_000, h: HOUR, d: 24 * HOUR };

const historySchema = z.object({
  people: z.record(z.string(), z.string().regex(/^.+ <[^<>]+>$/)),
  commits: z
    .array(
      z.object({
        name: z.string(),
        by: z.string(),
        age: z.string().regex(/^\d+[mhd]$/),
        at: z.string().optional(),
        message: z.string(),
        files: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});

/** A commit of the example; its message may name ids of earlier ones. */
export interface HistoryCommit extends NewCommit {
  readonly name: string;
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      relative(directory, join(entry.parentPath, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

function personOf(text: string): Person {
  const [, name, email] = /^(.+) <(.+)>$/.exec(text) as RegExpExecArray;
  return { name, email };
}

function timeOf(age: string, now: Date): Date {
  const unit = UNITS[age.slice(-1)];
  return new Date(now.getTime() - Number(age.slice(0, -1)) * unit);
}

/** The id that a message refers to by `{id:name}`. */
export function fillIds(
  message: string,
  ids: ReadonlyMap<string, string>,
): string {
  return message.replace(/\{id:([\w-]+)\}/g, (_, name: string) => {
    const id = ids.get(name);
    if (!id) throw new InputError(`No earlier commit is named ${name}`);
    return id;
  });
}

/**
 * Reads the commits of the example repository, oldest first: the final tree
 * from `example`, the earlier versions and the order from `example.history`.
 * Files that no commit names come with the first one.
 */
export async function readHistory(
  example: string,
  now: Date,
): Promise<HistoryCommit[]> {
  const folder = `${example}.history`;
  const parsed = historySchema.safeParse(
    load(await readFile(join(folder, 'history.yaml'), 'utf8')),
  );
  if (!parsed.success) {
    throw new InputError(
      `${join(folder, 'history.yaml')}: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { people, commits } = parsed.data;
  const all = await filesBelow(example);
  const named = (path: string, pattern: string) =>
    pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern;
  const result: HistoryCommit[] = [];
  for (const [index, commit] of commits.entries()) {
    const person = people[commit.by];
    if (!person) {
      throw new InputError(
        `Commit ${commit.name}: nobody is called ${commit.by}`,
      );
    }
    const older = commit.at ? await filesBelow(join(folder, commit.at)) : [];
    const paths = [...new Set([...all, ...older])].filter(
      path =>
        commit.files.some(pattern => named(path, pattern)) ||
        (index === 0 &&
          !commits.some(other => other.files.some(one => named(path, one)))),
    );
    const files = new Map<string, string>();
    for (const path of paths) {
      const from =
        commit.at && older.includes(path) ? join(folder, commit.at) : example;
      files.set(path, await readFile(join(from, path), 'utf8'));
    }
    result.push({
      name: commit.name,
      author: personOf(person),
      time: timeOf(commit.age, now),
      message: commit.message,
      files,
    });
  }
  return result;
}
