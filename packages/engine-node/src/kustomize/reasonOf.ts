const MAX_LENGTH = 2_000;

/** How kubectl logs its last words. */
const LOGGED = /^E\d{4} .*\] "command failed" err=("(?:[^"\\]|\\.)*")$/m;

function unquoted(text: string): string {
  const logged = LOGGED.exec(text)?.[1];
  try {
    return logged === undefined ? text : String(JSON.parse(logged));
  } catch {
    return text;
  }
}

/** Why a program refused, in its own words, without the folder it worked in. */
export function reasonOf(words: string, folder: string): string {
  return unquoted(words)
    .split(`${folder}/`)
    .join('')
    .split(folder)
    .join('.')
    .replace(/^(?:error|Error): /, '')
    .trim()
    .slice(0, MAX_LENGTH);
}
