import { HistoryCommit, parseManifests } from '@stagecraft/engine';
import { readBlobs } from './blobs';
import { git } from './git';

const MANIFEST = /\.(?:ya?ml|json)$/;
const START = '\u0001';
const FIELDS = ['%H', '%an', '%aI', '%B'].join('%x00');

type ChangedFile = { readonly path: string; readonly blob?: string };

type LoggedCommit = Omit<HistoryCommit, 'files'> & {
  readonly changed: readonly ChangedFile[];
};

function parseChanges(tokens: readonly string[]): ChangedFile[] {
  const changed: ChangedFile[] = [];
  for (let at = 0; at + 1 < tokens.length; at++) {
    const match = /^\s*:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/.exec(
      tokens[at],
    );
    if (match) {
      at++;
      const isGone = match[1] === '000000';
      changed.push({ path: tokens[at], blob: isGone ? undefined : match[2] });
    }
  }
  return changed;
}

function parseLog(text: string): LoggedCommit[] {
  return text
    .split(START)
    .slice(1)
    .map(entry => {
      const [id, author, time, message, ...rest] = entry.split('\0');
      return { id, author, time, message, changed: parseChanges(rest) };
    });
}

/**
 * The first-parent history of a commit, oldest first, with the manifests that
 * each commit wrote or deleted in an environment.
 *
 * @param environmentsOf - the environments that a path belongs to, if any
 */
export async function readHistory(
  folder: string,
  commit: string,
  environmentsOf: (path: string) => readonly string[],
): Promise<HistoryCommit[]> {
  const log = await git(folder, [
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--reverse',
    '--raw',
    '--relative',
    '--no-renames',
    '--no-abbrev',
    '--root',
    '-z',
    `--format=%x01${FIELDS}`,
    commit,
  ]);
  const commits = parseLog(log.toString('utf8'));
  const wanted = commits.flatMap(({ changed }) =>
    changed.flatMap(({ path, blob }) =>
      blob && MANIFEST.test(path) && environmentsOf(path).length > 0
        ? [blob]
        : [],
    ),
  );
  const texts = await readBlobs(folder, wanted);
  return commits.map(({ changed, ...rest }) => ({
    ...rest,
    files: changed.flatMap(({ path, blob }) => {
      const environments = MANIFEST.test(path) ? environmentsOf(path) : [];
      if (environments.length === 0) return [];
      const content = blob === undefined ? undefined : texts.get(blob);
      const manifests = content
        ? parseManifests({ path, ...content, blob }).manifests
        : [];
      return environments.map(environment => ({
        path,
        environment,
        manifests,
      }));
    }),
  }));
}
