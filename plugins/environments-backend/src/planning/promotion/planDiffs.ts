import { PlannedFile } from '@stagecraft/engine';
import { FileDiff } from '@stagecraft/plugin-environments-common';
import { fileDiff } from '../fileDiffs';
import { RepositorySnapshot } from '../types';
import { lineNotes } from './lineNotes';
import { PlanMaterial, Refusal } from './planResources';

/** Text of a planned file as the repository has it now. */
export function textBefore(
  file: PlannedFile,
  material: PlanMaterial,
): string | undefined {
  return material.copies.has(file.path) ? undefined : file.before;
}

/** The files of a plan as the screens show them, refused ones included. */
export function planDiffs(options: {
  files: readonly PlannedFile[];
  material: PlanMaterial;
  refusals: readonly Refusal[];
  snapshot: RepositorySnapshot;
}): FileDiff[] {
  const { files, material, refusals, snapshot } = options;
  const sourceText = [...material.sourceFiles]
    .map(path => snapshot.tree.file(path)?.text ?? '')
    .join('\n');
  const shown = files.map(file => ({
    ...fileDiff(
      file.path,
      textBefore(file, material),
      file.after,
      lineNotes(file, sourceText),
    ),
    ...(file.status === 'conflict' && { waitsForDecision: true }),
    ...(file.status === 'refused' && {
      refused: file.reason ?? 'it cannot be edited safely',
    }),
  }));
  const named = new Set(shown.map(({ path }) => path));
  const others = refusals
    .filter(({ path }) => !named.has(path))
    .map(({ path, resource, reason }) => ({
      ...fileDiff(path, undefined, undefined),
      refused: `${resource}: ${reason}`,
    }));
  return [...shown, ...others];
}
