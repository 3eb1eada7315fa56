import { locateField, parseManifests, PlannedFile } from '@stagecraft/engine';
import { LineNotes } from '../fileDiffs';
import { resourceName } from '../serviceResources';

const COMMENT = /^\s*#/;

/**
 * Words beside the lines of a planned file: where it holds the target's own
 * value, where a decision is missing, and comments that only the target has.
 *
 * @param sourceText - the source's side of the same resources
 */
export function lineNotes(file: PlannedFile, sourceText: string): LineNotes {
  const notes = new Map<number, 'kept' | 'undecided'>();
  const { after: text } = file;
  if (text === undefined) return notes;
  const { manifests } = parseManifests({ path: file.path, text });
  const places = new Map(
    manifests.map(manifest => [resourceName(manifest), manifest.origin]),
  );
  const own = new Set(sourceText.split(/\r?\n/).map(line => line.trim()));
  text.split(/\r?\n/).forEach((line, index) => {
    if (COMMENT.test(line) && !own.has(line.trim()))
      notes.set(index + 1, 'kept');
  });
  for (const field of file.fields) {
    const origin = places.get(field.resource);
    const there =
      field.action === 'keep' ? field.target : field.target ?? field.source;
    if (field.action === 'take' || !origin || there === undefined) continue;
    const { document, item } = origin;
    const line = locateField(text, document, field.path, item);
    if (line !== undefined) {
      notes.set(line, field.action === 'keep' ? 'kept' : 'undecided');
    }
  }
  return notes;
}
