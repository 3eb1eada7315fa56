import { layout } from './layout';
import { LayoutOptions, RenderRequest, Tree } from './types';

/** One text for each request that would be rendered the same. */
export function renderKey({ tool, path, options }: RenderRequest): string {
  return JSON.stringify([tool, path, options]);
}

/**
 * The directories that the layout of a tree needs rendered. Have them rendered
 * (`kustomizeInput` says what that takes), then give the answers to `layout`
 * as its `render` option.
 */
export function renderRequests(
  tree: Tree,
  options: LayoutOptions = {},
): RenderRequest[] {
  const requests = new Map<string, RenderRequest>();
  layout(tree, {
    ...options,
    render(request) {
      requests.set(renderKey(request), request);
      return undefined;
    },
  });
  return [...requests.values()];
}
