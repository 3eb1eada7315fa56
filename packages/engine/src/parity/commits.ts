import { CommitNotes, readMessage, subjectOf } from './messages';
import { CommitRef, HistoryCommit } from './types';

interface Known {
  readonly commit: HistoryCommit;
  readonly notes: CommitNotes;
}

/** The commits of a history, oldest first, and what their messages say. */
export class Commits {
  readonly #commits: Known[] = [];
  readonly #byId = new Map<string, number>();
  #cancelled: ReadonlyMap<number, number> | undefined;

  get length(): number {
    return this.#commits.length;
  }

  add(commit: HistoryCommit): number {
    const index = this.#commits.length;
    this.#commits.push({ commit, notes: readMessage(commit) });
    this.#byId.set(commit.id.toLowerCase(), index);
    this.#cancelled = undefined;
    return index;
  }

  ref(index: number): CommitRef {
    const { id, message, author, time } = this.#commits[index].commit;
    return { index, id, subject: subjectOf(message), author, time };
  }

  notes(index: number): CommitNotes {
    return this.#commits[index].notes;
  }

  /** The commit of an id or of a beginning of one that fits no other. */
  find(id: string): number | undefined {
    const wanted = id.toLowerCase();
    const exact = this.#byId.get(wanted);
    if (exact !== undefined || wanted.length < 7) return exact;
    let found: number | undefined;
    for (const [known, index] of this.#byId) {
      if (!known.startsWith(wanted)) continue;
      if (found !== undefined) return undefined;
      found = index;
    }
    return found;
  }

  /** Cancelled commits with the first revert that counts of each. */
  get cancelled(): ReadonlyMap<number, number> {
    this.#cancelled ??= this.#findCancelled();
    return this.#cancelled;
  }

  #findCancelled(): ReadonlyMap<number, number> {
    const cancelled = new Map<number, number>();
    for (let index = this.length - 1; index >= 0; index--) {
      // Only later commits can cancel, and all of those have been seen.
      if (cancelled.has(index)) continue;
      for (const id of this.#commits[index].notes.reverts) {
        const reverted = this.find(id);
        if (reverted !== undefined && reverted < index) {
          cancelled.set(reverted, index);
        }
      }
    }
    return cancelled;
  }
}
