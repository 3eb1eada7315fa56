import { SourceFile } from '@stagecraft/engine';
import { git } from './git';

const NEWLINE = 10;

/** A text, or why there is none. */
export type BlobText = Pick<SourceFile, 'text' | 'unreadable'>;

/** Bytes as the text of a manifest. */
export function toText(bytes: Buffer): BlobText {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes) };
  } catch {
    return { text: '', unreadable: 'it is no UTF-8 text' };
  }
}

/** Reads blobs by their object id with one process; missing ones are left out. */
export async function readBlobs(
  folder: string,
  ids: Iterable<string>,
): Promise<Map<string, BlobText>> {
  const wanted = [...new Set(ids)];
  const texts = new Map<string, BlobText>();
  if (wanted.length === 0) return texts;
  const output = await git(
    folder,
    ['cat-file', '--batch', '--buffer'],
    `${wanted.join('\n')}\n`,
  );
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(NEWLINE, at);
    const [id, type, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type === 'blob') {
      texts.set(id, toText(output.subarray(at, at + Number(size))));
      at += Number(size) + 1;
    }
  }
  return texts;
}
