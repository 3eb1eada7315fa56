import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { requireGit } from './requireGit';
import { GitCall, GitOutput, runGit } from './runGit';

const OBJECT_ID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** True for a full object id; anything else could be read as an option or a range. */
export function isObjectId(text: string): boolean {
  return OBJECT_ID.test(text);
}

/**
 * The local bare repository of a mirror. Its directory is named after
 * repository and URL, so that another URL never finds old branches.
 */
export class GitStore {
  readonly directory: string;
  readonly #name: string;

  static async open(options: {
    name: string;
    url: string;
    directory: string;
  }): Promise<GitStore> {
    await requireGit();
    const readable = options.name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60);
    const hash = createHash('sha256')
      .update(`${options.name}\0${options.url}`)
      .digest('hex')
      .slice(0, 12);
    const directory = path.join(options.directory, `${readable}-${hash}.git`);
    await mkdir(directory, { recursive: true });
    // Of an existing repository, init changes nothing.
    await runGit({
      doing: `prepare the mirror of ${options.name}`,
      args: ['init', '--bare', '--quiet', '--', directory],
    });
    return new GitStore(options.name, directory);
  }

  private constructor(name: string, directory: string) {
    this.#name = name;
    this.directory = directory;
  }

  /** Runs a command on the mirror. `doing` goes in front of the repository's name. */
  run(call: Omit<GitCall, 'gitDir'>): Promise<GitOutput> {
    return runGit({
      ...call,
      doing: `${call.doing} ${this.#name}`,
      gitDir: this.directory,
    });
  }

  /** The output of a command as text without its last line feed. */
  async text(call: Omit<GitCall, 'gitDir'>): Promise<string> {
    const { stdout } = await this.run(call);
    return stdout.toString('utf8').replace(/\n$/, '');
  }
}
