import { layout } from './layout';
import { Layout, LayoutOptions, RenderRequest, Tree } from './types';

/** One text for each request that would be rendered the same. */
export function renderKey({ tool, path, options }: RenderRequest): string {
  return JSON.stringify([tool, path, options]);
}

/** A layout for which nothing was rendered, and what would complete it. */
export interface UnrenderedLayout {
  /** Final if there are no requests. */
  readonly layout: Layout;
  readonly requests: readonly RenderRequest[];
}

/**
 * The layout of a tree as far as it is known without any tool, and the
 * directories that it needs rendered. Have them rendered (`kustomizeInput`
 * says what that takes), then give the answers to `layout` as its `render`
 * option.
 */
export function renderRequests(
  tree: Tree,
  options: LayoutOptions = {},
): UnrenderedLayout {
  const requests = new Map<string, RenderRequest>();
  const found = layout(tree, {
    ...options,
    render(request) {
      requests.set(renderKey(request), request);
      return undefined;
    },
  });
  return { layout: found, requests: [...requests.values()] };
}
