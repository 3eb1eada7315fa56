import { Tree } from '@stagecraft/engine';

/**
 * Writes files of one commit or folder into another folder, below it at the
 * same paths. Links are written as links.
 */
export type Checkout = (
  files: readonly string[],
  folder: string,
) => Promise<void>;

/** A tree to render from, and how to get at its files. */
export interface RenderSource {
  readonly tree: Tree;
  readonly checkout: Checkout;
}
