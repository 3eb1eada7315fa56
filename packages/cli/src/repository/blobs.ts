import { git } from './git';

const NEWLINE = 10;

/** Reads blobs by their object id with one process; missing ones are left out. */
export async function readBlobs(
  folder: string,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const texts = new Map<string, string>();
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
      texts.set(id, output.toString('utf8', at, at + Number(size)));
      at += Number(size) + 1;
    }
  }
  return texts;
}
