import { getKey, isList, Json } from '@stagecraft/engine';
import {
  DriftField,
  HistoryEntry,
} from '@stagecraft/plugin-environments-common';
import { HistoryCommit } from '../../repository';
import { commitRef } from '../commitRef';
import { ResourceFacts } from '../facts/types';

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function commits(
  facts: ResourceFacts,
  history: readonly HistoryCommit[],
): HistoryEntry[] {
  const files = new Set([
    facts.resource.manifest.origin.file,
    ...facts.resource.shadowed.map(manifest => manifest.origin.file),
  ]);
  return history
    .filter(({ changes }) => changes.some(({ path }) => files.has(path)))
    .map(commit => ({
      time: commit.time,
      type: 'commit' as const,
      title: commit.message.split('\n', 1)[0],
      detail: commit.author,
      commit: commitRef(commit),
    }));
}

function deploys(
  { application }: ResourceFacts,
  touching: ReadonlySet<string>,
): HistoryEntry[] {
  if (application?.live.state !== 'read') return [];
  const history = getKey(getKey(application.live.object, 'status'), 'history');
  return (isList(history) ? history : []).flatMap(entry => {
    const time = text(getKey(entry, 'deployedAt'));
    const several = getKey(entry, 'revisions');
    const revision =
      text(getKey(entry, 'revision')) ??
      (isList(several) ? text(several[0]) : undefined);
    if (!time || !revision) return [];
    return [
      {
        time,
        type: 'deploy' as const,
        title: `Argo CD deployed ${revision.slice(0, 7)}`,
        detail: touching.has(revision)
          ? application.application.name
          : `${application.application.name}, this resource did not change`,
      },
    ];
  });
}

/** One line of time: commits of its files, deployments, and drift, newest first. */
export function resourceHistory(
  facts: ResourceFacts,
  history: readonly HistoryCommit[],
  drift: readonly DriftField[],
): HistoryEntry[] {
  const changed = commits(facts, history);
  const drifted = drift.flatMap((field): HistoryEntry[] => {
    const time = field.atOrBefore ?? field.between?.to ?? field.firstSeen;
    if (!time) return [];
    return [
      {
        time,
        type: 'drift',
        title: field.path
          ? `${field.path} differs from Git`
          : 'Differs from Git',
        detail: field.manager,
      },
    ];
  });
  return [
    ...changed,
    ...deploys(
      facts,
      new Set(changed.flatMap(({ commit }) => commit?.id ?? [])),
    ),
    ...drifted,
  ].sort((a, b) => (a.time < b.time ? 1 : -1));
}
