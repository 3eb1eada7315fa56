import { FieldPath, locateField, Manifest } from '@stagecraft/engine';
import { CommitRef, OriginRef } from '@stagecraft/plugin-environments-common';
import { RepositoryIndex } from '../types';

/** Link to a file on the web as the usual forges lay them out; undefined without a web address. */
function fileUrl(
  webUrl: string | undefined,
  commit: string | undefined,
  file: string,
  line: number,
): string | undefined {
  if (!webUrl || !commit) return undefined;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return `${webUrl.replace(/\/+$/, '')}/blob/${commit}/${path}#L${line}`;
}

/** Where a manifest, or a field of it, stands in Git. */
export function originOf(
  index: RepositoryIndex,
  manifest: Manifest,
  field?: { path: FieldPath; commit?: CommitRef },
): OriginRef {
  const { file, document, item, line: first, rendered } = manifest.origin;
  const text = rendered ? undefined : index.latest()?.tree.file(file)?.text;
  const line =
    (field && text !== undefined
      ? locateField(text, document, field.path, item)
      : undefined) ?? first;
  const commit = field?.commit ?? index.lastChange([file]);
  const at = index.latest()?.commit;
  return {
    file,
    line,
    commit: commit?.id,
    url: fileUrl(index.webUrl, at, file, line),
  };
}
