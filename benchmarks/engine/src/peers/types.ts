/** The three texts of a merge; none is missing. */
export interface Texts {
  readonly base: string;
  readonly source: string;
  readonly target: string;
}

/** A way to merge; undefined is a conflict. */
export interface MergePeer {
  readonly name: string;
  merge(texts: Texts): string | undefined;
}
