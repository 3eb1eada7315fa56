import { GitStore } from './GitStore';
import { COMMIT_FORMAT, parseHistory } from './parseHistory';
import { HistoryCommit } from './types';

/**
 * First-parent history of a mirror, oldest first. The newest answer is kept:
 * after a push only the new commits are read.
 */
export class MirrorHistory {
  readonly #store: GitStore;
  #kept: { tip: string; commits: HistoryCommit[] } | undefined;

  constructor(store: GitStore) {
    this.#store = store;
  }

  /** @param tip - a full commit id */
  async upTo(tip: string, limit?: number): Promise<HistoryCommit[]> {
    const commits = (await this.#grown(tip)) ?? (await this.#read([tip]));
    this.#kept = { tip, commits };
    return limit === undefined ? commits : commits.slice(-limit);
  }

  /** The kept history with what came on top of it; undefined if it is no start of the new one. */
  async #grown(tip: string): Promise<HistoryCommit[] | undefined> {
    const kept = this.#kept;
    if (!kept) return undefined;
    if (kept.tip === tip) return kept.commits;
    const added = await this.#read([tip, `^${kept.tip}`]);
    return added[0]?.parents[0] === kept.tip
      ? [...kept.commits, ...added]
      : undefined;
  }

  async #read(range: readonly string[]): Promise<HistoryCommit[]> {
    const { stdout } = await this.#store.run({
      doing: 'read the history of',
      args: [
        'log',
        '--first-parent',
        '--diff-merges=first-parent',
        '--reverse',
        '--raw',
        '--no-renames',
        '--no-abbrev',
        '--no-show-signature',
        '-z',
        COMMIT_FORMAT,
        ...range,
        '--',
      ],
    });
    return parseHistory(stdout);
  }
}
