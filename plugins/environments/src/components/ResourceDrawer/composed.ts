import { ComposedNode } from '@stagecraft/plugin-environments-common';

/** A node of the tree with its depth and the reader's position in its level. */
export interface TreeRow {
  node: ComposedNode;
  level: number;
  position: number;
  siblings: number;
}

/** All nodes, parents before children, as rows of a tree grid. */
export function toRows(root: ComposedNode): TreeRow[] {
  const walk = (
    node: ComposedNode,
    level: number,
    position: number,
    siblings: number,
  ): TreeRow[] => [
    { node, level, position, siblings },
    ...node.children.flatMap((child, index) =>
      walk(child, level + 1, index + 1, node.children.length),
    ),
  ];
  return walk(root, 1, 1, 1);
}

/** Number of nodes below the root. */
export function countComposed(root: ComposedNode): number {
  return toRows(root).length - 1;
}

/** The failing node that is farthest from the root: where the cause lies. */
export function deepestFailing(root: ComposedNode): TreeRow | undefined {
  return toRows(root)
    .filter(row => row.node.health.status === 'Degraded')
    .reduce<TreeRow | undefined>(
      (deepest, row) => (!deepest || row.level > deepest.level ? row : deepest),
      undefined,
    );
}
