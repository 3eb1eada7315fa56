import { NotFoundError } from '@backstage/errors';
import {
  Forge,
  ForgeDraft,
  ForgeMerge,
  ForgeMergeResult,
  ForgeRequest,
  ForgeReview,
} from '@stagecraft/plugin-environments-node';
import { isRepositoryError, Repository } from '../repository';
import { ChangeRequestStore, StoredRequest } from './store';

/**
 * The portal as forge of a plain Git remote: the conversation is in the
 * database, the merge is one commit on the target branch, made without a work
 * tree and pushed only over the commit it was judged on.
 *
 * A crash can come between any two steps. Before the push the commit's id is
 * noted; whether it is on the target branch later tells if the push happened.
 */
export class BuiltInForge implements Forge {
  readonly #repository: Repository;
  readonly #store: ChangeRequestStore;

  static create(options: {
    repository: Repository;
    store: ChangeRequestStore;
  }): BuiltInForge {
    return new BuiltInForge(options.repository, options.store);
  }

  private constructor(repository: Repository, store: ChangeRequestStore) {
    this.#repository = repository;
    this.#store = store;
  }

  async publish(draft: ForgeDraft): Promise<ForgeRequest> {
    return this.#describe(await this.#read(draft.id));
  }

  async get(number: number): Promise<ForgeRequest | undefined> {
    const request = await this.#store.get(number);
    return request && this.#describe(request);
  }

  async review(
    number: number,
    review: Omit<ForgeReview, 'at'> & { at: Date },
  ): Promise<ForgeRequest> {
    const request = await this.#read(number);
    await this.#store.addReviews(request.id, [
      { ...review, at: review.at.toISOString() },
    ]);
    return this.#describe(request);
  }

  async merge(number: number, merge: ForgeMerge): Promise<ForgeMergeResult> {
    const repository = this.#repository;
    const { head } = await repository.fetch();
    const branches = await repository.branches();
    if (head !== merge.onto) {
      return { state: 'moved', reason: `${repository.branch} has moved on` };
    }
    if (branches.get(merge.branch) !== merge.headCommit) {
      return { state: 'moved', reason: `${merge.branch} has other commits` };
    }
    const merged = await repository.mergeTree({
      ours: head,
      theirs: merge.headCommit,
    });
    if (merged.state === 'conflict') return merged;
    const commit = await repository.commitTree({
      parent: head,
      tree: merged.tree,
      message: merge.message,
      author: merge.author,
      committer: merge.committer,
      at: merge.at,
    });
    await this.#store.update(await this.#read(number), {
      intent: {
        type: 'merge',
        commit,
        by: merge.by,
        at: merge.at.toISOString(),
      },
    });
    try {
      await repository.push({
        branch: repository.branch,
        expected: head,
        to: commit,
      });
    } catch (error) {
      if (isRepositoryError(error, 'moved')) {
        return { state: 'moved', reason: `${repository.branch} has moved on` };
      }
      throw error;
    }
    return { state: 'merged', commit };
  }

  async close(): Promise<void> {
    // The record itself is the request; whoever closes it writes that.
  }

  async #read(number: number): Promise<StoredRequest> {
    const request = await this.#store.get(number);
    if (!request)
      throw new NotFoundError(`There is no change request #${number}`);
    return request;
  }

  async #describe(request: StoredRequest): Promise<ForgeRequest> {
    const known = {
      number: request.id,
      reviews: await this.#store.reviews(request.id),
    };
    const { intent } = request;
    if (request.state === 'open' && intent?.type === 'merge') {
      const head = this.#repository.head();
      if (head && (await this.#happened(intent.commit, head))) {
        return { ...known, state: 'merged', merged: intent };
      }
    }
    return {
      ...known,
      state: request.state === 'preparing' ? 'open' : request.state,
    };
  }

  async #happened(commit: string, head: string): Promise<boolean> {
    // Another replica's commit is here only once it has been pushed.
    if (!(await this.#repository.commit(commit))) return false;
    return this.#repository.isAncestor(commit, head);
  }
}
