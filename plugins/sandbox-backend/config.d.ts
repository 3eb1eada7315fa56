import { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * The embedded world: a local Git repository, local clusters, and what Argo
   * CD and Crossplane would do. For development and demonstrations.
   */
  sandbox?: {
    /** Nothing of the sandbox is there unless this is true. */
    enabled?: boolean;
    /**
     * Where the repository is kept. A folder in the directory for temporary
     * files by default.
     */
    directory?: string;
    /** Keep the repository of the last start instead of making it anew. */
    keep?: boolean;
    /**
     * The folder whose content becomes the repository; its history stands
     * beside it, in `<folder>.history/history.yaml`. By default
     * examples/infrastructure-gitops, looked for upwards from where the
     * backend runs.
     */
    example?: string;
    /** How long composed resources and workloads take to become ready. 4 seconds by default. */
    readyAfter?: HumanDuration | string;
    kubernetes?: {
      /** Port on 127.0.0.1 for the API of the clusters. 7090 by default, 0 takes any free one. */
      port?: number;
      /**
       * What clients send as bearer token. `sandbox` by default.
       * @visibility secret
       */
      token?: string;
    };
  };
}
