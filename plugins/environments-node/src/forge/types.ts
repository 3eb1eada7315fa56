/** A repository as a forge gets to know it. @public */
export interface ForgeRepository {
  /** Name on screen, e.g. `acme/infrastructure-gitops`. */
  readonly name: string;
  /** What Git fetches from; without credentials. */
  readonly url: string;
  /** Branch that changes are merged into. */
  readonly branch: string;
  /** Where people read it in a browser. */
  readonly webUrl?: string;
}

/**
 * A change request as a forge is asked to show it. Its branch is pushed
 * already: Git does that the same way for every forge.
 * @public
 */
export interface ForgeDraft {
  /** Number that the portal gave it; the portal's pages use it. */
  readonly id: number;
  readonly branch: string;
  readonly headCommit: string;
  readonly title: string;
  /** Markdown, trailers included as its last paragraph. */
  readonly body: string;
  /** Entity ref of the person who asks. */
  readonly author: string;
}

/** @public */
export type ForgeReviewState = 'approved' | 'changesRequested' | 'commented';

/** What one person said of a change request. @public */
export interface ForgeReview {
  /** Entity ref, or the forge's login where there is no such entity. */
  readonly by: string;
  readonly state: ForgeReviewState;
  readonly comment?: string;
  /** RFC 3339. */
  readonly at: string;
  /** Hash of the content that was looked at; with another content the review counts no more. */
  readonly content: string;
}

/** What a forge knows of a change request. @public */
export interface ForgeRequest {
  /** The forge's own number. */
  readonly number: number;
  readonly url?: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly reviews: readonly ForgeReview[];
  /** With `merged`: the commit on the target branch, who and when, as far as the forge tells. */
  readonly merged?: {
    readonly commit?: string;
    readonly by?: string;
    /** RFC 3339. */
    readonly at?: string;
  };
}

/** @public */
export interface ForgeMerge {
  readonly branch: string;
  /** The content that was judged; a forge refuses when the branch has moved. */
  readonly headCommit: string;
  /** The target's commit on which it was judged. */
  readonly onto: string;
  /** Whole commit message with trailers. */
  readonly message: string;
  /** Entity ref of the person who merges. */
  readonly by: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
  readonly at: Date;
}

/**
 * How a merge ended. `moved` and `conflict` write nothing.
 * @public
 */
export type ForgeMergeResult =
  | { readonly state: 'merged'; readonly commit: string }
  | { readonly state: 'conflict'; readonly files: readonly string[] }
  | { readonly state: 'moved'; readonly reason: string };

/**
 * Where people discuss and merge changes of one repository: GitHub, GitLab, or
 * the portal itself. A forge holds the conversation and does the merge; plans,
 * gates, branches and permissions are not its concern.
 *
 * Every call may be repeated after a crash and must then find its own earlier
 * work: `publish` adopts an open request of the same branch, `merge` of a
 * merged request answers with its commit, `close` of a closed one does nothing.
 * @public
 */
export interface Forge {
  /** Opens the request of this branch, or brings an open one up to date. */
  publish(draft: ForgeDraft): Promise<ForgeRequest>;
  /** Undefined if the forge has no such request (any more). */
  get(number: number): Promise<ForgeRequest | undefined>;
  review(
    number: number,
    review: Omit<ForgeReview, 'at'> & { at: Date },
  ): Promise<ForgeRequest>;
  /** Merges into the target branch, never over a commit that it has not seen. */
  merge(number: number, merge: ForgeMerge): Promise<ForgeMergeResult>;
  close(number: number, options: { by: string; at: Date }): Promise<void>;
}

/** Gives forges for the repositories it serves. @public */
export interface ForgeProvider {
  /** Machine name, e.g. `github`. */
  readonly id: string;
  /** Undefined if this repository is not one of its own. */
  forRepository(repository: ForgeRepository): Promise<Forge | undefined>;
}
