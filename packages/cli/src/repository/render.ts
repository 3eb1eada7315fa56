import { Layout, LayoutOptions } from '@stagecraft/engine';
import {
  Checkout,
  copyFiles,
  KustomizeRenderer,
} from '@stagecraft/engine-node';
import { checkoutCommit } from './checkoutCommit';
import { Repository } from './readRepository';

function checkoutOf({ folder, commit }: Repository): Checkout {
  return commit === undefined
    ? copyFiles(folder)
    : checkoutCommit(folder, commit);
}

/** What a repository delivers, kustomizations built where a program is here for it. */
export function renderedLayout(
  repository: Repository,
  options: LayoutOptions,
): Promise<Layout> {
  const { tree } = repository;
  const source = { tree, checkout: checkoutOf(repository) };
  return new KustomizeRenderer().layOut(source, options);
}
