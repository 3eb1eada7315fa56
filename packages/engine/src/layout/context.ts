import { Clusters } from './argo/clusters';
import { Repository } from './argo/repositories';
import { ClusterScope } from './scope';
import { LayoutOptions, Tree } from './types';

/** What the reading of every Application needs to know. */
export interface LayoutContext {
  readonly tree: Tree;
  readonly repository: Repository;
  readonly clusters: Clusters;
  readonly isClusterScoped: ClusterScope;
  /** A link for which Argo CD refuses the whole repository. */
  readonly linkOutside?: string;
  /** What tools made of the directories they render. */
  readonly render?: LayoutOptions['render'];
}
