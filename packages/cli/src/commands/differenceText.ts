import { createTwoFilesPatch } from 'diff';

const TEXTS = /^([\w.]+): (null|".*"), not (null|".*")$/s;

function read(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A difference as people read it: two texts of several lines as a patch from
 * the expected one to the one that was found, everything else as it is.
 */
export function differenceText(difference: string): string {
  const match = TEXTS.exec(difference);
  const found = match ? read(match[2]) : undefined;
  const expected = match ? read(match[3]) : undefined;
  if (!match || found === undefined || expected === undefined) {
    return difference;
  }
  if (!`${found}${expected}`.includes('\n')) return difference;
  const patch = createTwoFilesPatch('expected', 'found', expected, found);
  return `${match[1]}:\n${patch.replace(/^=+\n/, '').trimEnd()}`;
}
