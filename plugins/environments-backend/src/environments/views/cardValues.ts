import { CardValue } from '@stagecraft/plugin-environments-common';
import { ResourceFacts } from '../facts/types';
import { CardLabel } from './cardLabels';
import { countedItems } from './driftFields';
import { covers, valueAt } from './fieldPaths';
import { shownAt } from './shown';

/** Paths of one resource that carry a mark in one environment, by their texts. */
export interface Marks {
  /** Will be promoted to the next environment. */
  readonly pending: ReadonlySet<string>;
  /** Merged, not deployed. */
  readonly merged: ReadonlySet<string>;
  /** Set by a hotfix that lower environments still owe. */
  readonly hotfix: ReadonlySet<string>;
  /** Differs from the environment before, and nobody meant it. */
  readonly unexpected: ReadonlySet<string>;
}

/** No mark anywhere. */
export const NO_MARKS: Marks = {
  pending: new Set(),
  merged: new Set(),
  hotfix: new Set(),
  unexpected: new Set(),
};

function hits(paths: ReadonlySet<string>, path: string): boolean {
  for (const marked of paths) {
    if (covers(marked, path)) return true;
  }
  return false;
}

/** The telling values of a resource with at most one mark each; what needs a person soonest wins. */
export function cardValues(
  facts: ResourceFacts,
  labels: readonly CardLabel[],
  marks: Marks,
): CardValue[] {
  const { manifest } = facts.resource;
  const drifted = countedItems(facts);
  return labels.map(({ label, path, text }) => {
    const item = drifted.find(candidate => candidate.text === text);
    const within =
      item ??
      drifted.find(
        candidate => candidate.text !== '' && covers(candidate.text, text),
      );
    const value: CardValue = {
      label,
      path: text,
      git: shownAt(manifest.kind, path, valueAt(manifest.object, path)),
    };
    if (item) value.live = shownAt(manifest.kind, path, item.live);
    else if (within && facts.live.state === 'read') {
      value.live = shownAt(
        manifest.kind,
        path,
        valueAt(facts.live.object, path),
      );
    }
    if (within) value.mark = 'drift';
    else if (hits(marks.merged, text)) value.mark = 'merged';
    else if (hits(marks.hotfix, text)) value.mark = 'hotfix';
    else if (hits(marks.unexpected, text)) value.mark = 'unexpected';
    else if (hits(marks.pending, text)) value.mark = 'pending';
    return value;
  });
}
