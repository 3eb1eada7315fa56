/** One commit to be written. */
export interface NewCommit {
  readonly message: string;
  readonly author: Person;
  readonly time: Date;
  /** Text by path; undefined deletes the file. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quoted(path: string): string {
  return JSON.stringify(path);
}

/**
 * A commit in the language of `git fast-import`, on top of what the branch
 * has, or of nothing.
 */
export function fastImportCommit(
  commit: NewCommit,
  branch: string,
  parent: string | undefined,
): string {
  const { author } = commit;
  const when = Math.floor(commit.time.getTime() / 1_000);
  const person = `${author.name} <${author.email}> ${when} +0000`;
  const files = [...commit.files].map(([path, text]) =>
    text === undefined
      ? `D ${quoted(path)}\n`
      : `M 100644 inline ${quoted(path)}\n${data(text)}`,
  );
  return [
    `commit refs/heads/${branch}\n`,
    `author ${person}\n`,
    `committer ${person}\n`,
    data(commit.message),
    parent ? `from ${parent}\n` : '',
    ...files,
    '\n',
  ].join('');
}
