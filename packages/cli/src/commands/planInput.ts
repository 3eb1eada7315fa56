import {
  EffectiveResource,
  History,
  Layout,
  PlanInput,
  PlanResource,
  ResourceText,
  diffResources,
  historyOf,
} from '@stagecraft/engine';
import { readHistory } from '../repository/readHistory';
import { resolveCommit } from '../repository/readRepository';
import { pairKey } from '../text';
import { ReadLayout } from './repositoryOptions';

export type PlanQuestion = {
  readonly from: string;
  readonly to: string;
  readonly source: readonly EffectiveResource[];
  readonly target: readonly EffectiveResource[];
  readonly retain: readonly string[];
};

/**
 * The environments of a path: by its folder, else those that read that
 * file now; history pairs what they make of it.
 */
function environments(layout: Layout): (path: string) => readonly string[] {
  const byFile = new Map<string, Set<string>>();
  for (const { environment, manifest, shadowed } of layout.resources) {
    for (const { origin } of [manifest, ...shadowed]) {
      const names = byFile.get(origin.file) ?? new Set();
      if (environment && environment !== '*') names.add(environment);
      byFile.set(origin.file, names);
    }
  }
  return path => {
    const folder = /^environments\/([^/]+)\//.exec(path)?.[1];
    return folder === undefined ? [...(byFile.get(path) ?? [])] : [folder];
  };
}

/** The history of the repository; undefined where there is none. */
async function historyIn(
  { repository, layout }: ReadLayout,
  retain: readonly string[],
): Promise<History | undefined> {
  const { folder } = repository;
  const commit =
    repository.commit ??
    (await resolveCommit(folder, 'HEAD').catch(() => undefined));
  if (commit === undefined) return undefined;
  return historyOf({
    order: layout.environments.map(item => item.name),
    retain,
    commits: await readHistory(folder, commit, environments(layout)),
  });
}

function textOf(
  { repository }: ReadLayout,
  resource: EffectiveResource | undefined,
): ResourceText | undefined {
  if (!resource) return undefined;
  const { file, document, item } = resource.manifest.origin;
  const text = repository.tree.file(file)?.text ?? '';
  return { path: file, text, document, item };
}

/** Why a resource that a tool renders cannot be promoted; undefined for others. */
function renderedSide(
  source: EffectiveResource | undefined,
  target: EffectiveResource | undefined,
): string | undefined {
  const made = [source, target].find(side => side?.manifest.origin.rendered);
  if (!made) return undefined;
  if (
    source &&
    target &&
    diffResources(source.manifest, target.manifest).length === 0
  ) {
    return 'equal';
  }
  const { file, rendered } = made.manifest.origin;
  return `${rendered} makes it from ${file}; change what that file names.`;
}

/** What a promotion plan between two environments is made from. */
export async function planInput(
  read: ReadLayout,
  question: PlanQuestion,
): Promise<PlanInput> {
  const { from, to, retain } = question;
  const history = await historyIn(read, retain);
  const source = new Map(question.source.map(item => [pairKey(item), item]));
  const target = new Map(question.target.map(item => [pairKey(item), item]));
  const keys = [...new Set([...source.keys(), ...target.keys()])];
  const resources = keys.flatMap((key): PlanResource[] => {
    const left = textOf(read, source.get(key));
    const right = textOf(read, target.get(key));
    const made = renderedSide(source.get(key), target.get(key));
    if (made === 'equal') return [];
    if (made) return [{ key, refused: made }];
    // One file that serves both environments has nothing to promote.
    if (left && right && left.path === right.path) return [];
    const answer = history?.ask({ from, to, resource: key });
    const base = answer?.resources.find(item => item.key === key)?.baseObject;
    return [{ key, source: left, target: right, base }];
  });
  const namespaces = read.layout.environments.find(item => item.name === to);
  return {
    from,
    to,
    resources,
    retain,
    namespaces: namespaces?.namespaces,
    existing: path => read.repository.tree.file(path)?.text,
  };
}
