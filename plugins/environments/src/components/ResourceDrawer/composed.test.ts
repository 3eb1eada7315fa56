import {
  ComposedNode,
  HealthStatus,
} from '@stagecraft/plugin-environments-common';
import { countComposed, deepestFailing, toRows } from './composed';

function node(
  name: string,
  status: HealthStatus,
  children: ComposedNode[] = [],
): ComposedNode {
  return {
    kind: 'Thing',
    name,
    group: 'example',
    health: { status, message: '' },
    children,
  };
}

const tree = node('database', 'Degraded', [
  node('cluster', 'Healthy'),
  node('replicas', 'Degraded', [
    node('replica-3', 'Healthy'),
    node('replica-4', 'Degraded'),
  ]),
]);

describe('composed resources', () => {
  it('lists parents before children with their place', () => {
    expect(
      toRows(tree).map(r => [r.node.name, r.level, r.position, r.siblings]),
    ).toEqual([
      ['database', 1, 1, 1],
      ['cluster', 2, 1, 2],
      ['replicas', 2, 2, 2],
      ['replica-3', 3, 1, 2],
      ['replica-4', 3, 2, 2],
    ]);
    expect(countComposed(tree)).toBe(4);
  });

  it('finds the deepest that fails, and none where all are well', () => {
    expect(deepestFailing(tree)?.node.name).toBe('replica-4');
    expect(deepestFailing(node('cache', 'Progressing'))).toBeUndefined();
  });
});
