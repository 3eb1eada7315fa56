import { LayoutProblem } from '@stagecraft/engine';
import { EnvironmentNote } from '@stagecraft/plugin-environments-common';
import { EnvironmentFacts } from '../facts/types';
import { fileProblem } from '../fileProblem';
import { RepositoryIndex } from '../types';

/** Said elsewhere: the cards list shadowed definitions with the resource. */
const SAID_ELSEWHERE = new Set(['repeated-resource']);

/** Errors about the text of a file. */
const FILE_CODES = new Set([
  'invalid-yaml',
  'invalid-manifest',
  'duplicate-key',
]);

/** Problems that say something is in Git and nothing applies it. */
const NOT_APPLIED_CODES = new Set([
  'not-recursed',
  'unreferenced-environment',
  'render-failed',
]);

/** A reason as a sentence of its own, with the space before it. */
function sentence(reason: string | undefined): string {
  if (!reason) return '';
  return /[.!?]$/.test(reason) ? ` ${reason}` : ` ${reason}.`;
}

function clusterNotes({
  cluster,
  clusterState,
}: EnvironmentFacts): EnvironmentNote[] {
  if (clusterState?.state === 'stale') {
    return [
      {
        code: 'cluster-unreachable',
        tone: 'negative',
        title: `${cluster} does not answer`,
        detail: `Live values are from then and may be wrong.${sentence(
          clusterState.error,
        )}`,
        since: clusterState.since,
      },
    ];
  }
  if (clusterState?.state === 'never') {
    return [
      {
        code: 'cluster-unreachable',
        tone: 'negative',
        title: `${cluster} has not been reached`,
        detail: clusterState.error
          ? `Live values are not known.${sentence(clusterState.error)}`
          : 'Live values are not known yet.',
      },
    ];
  }
  if (!clusterState) {
    return [
      {
        code: 'cluster-unreachable',
        tone: 'neutral',
        title: 'No cluster is configured',
        detail: `Nothing in the configuration says which cluster ${
          cluster || 'this environment'
        } is, so live values are not known.`,
        fix: 'Add the cluster to kubernetes.clusterLocatorMethods and its server to environments.clusters.',
      },
    ];
  }
  return [];
}

/** What the cluster refuses, one note for all kinds with the same words. */
function deniedNotes(facts: EnvironmentFacts): EnvironmentNote[] {
  if (facts.clusterState?.state !== 'live') return [];
  const reasons = new Map<string, Set<string>>();
  for (const { live, resource } of facts.resources) {
    if (live.state !== 'unreadable') continue;
    const kinds = reasons.get(live.reason) ?? new Set();
    reasons.set(live.reason, kinds.add(resource.manifest.kind));
  }
  return [...reasons].map(([reason, kinds]) => ({
    code: 'cluster-denied' as const,
    tone: 'warning' as const,
    title: `${[...kinds].join(', ')} cannot be read`,
    detail: `The cluster refuses: ${reason}`,
  }));
}

function concerns(problem: LayoutProblem, facts: EnvironmentFacts): boolean {
  if (problem.application !== undefined) {
    return facts.applications.some(
      ({ application }) => application.name === problem.application,
    );
  }
  if (problem.environment !== undefined) {
    return problem.environment === facts.environment;
  }
  return facts.resources.some(
    ({ resource }) => resource.manifest.origin.file === problem.path,
  );
}

function problemNote(problem: LayoutProblem): EnvironmentNote {
  const base = {
    tone:
      problem.severity === 'error'
        ? ('negative' as const)
        : ('warning' as const),
    detail: problem.message,
    fix: problem.fix,
    origin:
      problem.path === undefined
        ? undefined
        : { file: problem.path, line: problem.line ?? 1 },
  };
  if (FILE_CODES.has(problem.code) && problem.severity === 'error') {
    return { ...base, code: 'file-unreadable', title: '1 file cannot be read' };
  }
  if (NOT_APPLIED_CODES.has(problem.code)) {
    return { ...base, code: 'not-applied', title: 'Not applied' };
  }
  return {
    ...base,
    code: 'layout',
    title:
      problem.application === undefined
        ? 'Layout'
        : `Application ${problem.application}`,
  };
}

/** Files of resources shown here that cannot be read, also those that Argo CD passes over. */
function fileNotes(
  facts: EnvironmentFacts,
  index: RepositoryIndex,
): EnvironmentNote[] {
  const files = new Set(
    facts.resources
      .map(({ resource }) => resource.manifest.origin)
      .flatMap(({ file, rendered }) => (rendered ? [] : file)),
  );
  return [...files].flatMap(file => {
    const problem = fileProblem(index.latest(), file);
    if (!problem) return [];
    return [
      {
        code: 'file-unreadable' as const,
        tone: 'negative' as const,
        title: '1 file cannot be read',
        detail: problem.message,
        fix: problem.fix,
        origin: { file, line: problem.line ?? 1 },
      },
    ];
  });
}

/** What the reader of a card must know about cluster, repository and files. */
export function notesOf(
  facts: EnvironmentFacts,
  index: RepositoryIndex,
): EnvironmentNote[] {
  const state = index.repository.state();
  const notes: EnvironmentNote[] = [];
  if (state.state === 'unreadable') {
    notes.push({
      code: 'repository-unreachable',
      tone: 'negative',
      title: `${index.config.name} cannot be read`,
      detail: state.error.message,
      since: state.since,
    });
  }
  notes.push(...clusterNotes(facts), ...deniedNotes(facts));
  const broken = fileNotes(facts, index);
  notes.push(...broken);
  const seen = new Set<string>();
  const told = new Set(broken.map(({ origin }) => origin?.file));
  for (const problem of index.latest()?.layout.problems ?? []) {
    if (SAID_ELSEWHERE.has(problem.code) || !concerns(problem, facts)) continue;
    const note = problemNote(problem);
    if (note.code === 'file-unreadable' && told.has(note.origin?.file))
      continue;
    // One broken file is reported once per source that reads it.
    const key = `${note.code} ${problem.path} ${problem.line} ${note.detail}`;
    if (!seen.has(key)) notes.push(note);
    seen.add(key);
  }
  return notes;
}
