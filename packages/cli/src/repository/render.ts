import {
  layout,
  Layout,
  LayoutOptions,
  renderRequests,
} from '@stagecraft/engine';
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
export async function renderedLayout(
  repository: Repository,
  options: LayoutOptions,
): Promise<Layout> {
  const { tree } = repository;
  const requests = renderRequests(tree, options);
  if (requests.length === 0) return layout(tree, options);
  const source = { tree, checkout: checkoutOf(repository) };
  const render = await new KustomizeRenderer().renderAll(source, requests);
  return layout(tree, { ...options, render });
}
