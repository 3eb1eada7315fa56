export interface Config {
  environments?: {
    /** The GitOps repositories to read. */
    repositories?: Array<{
      /** Name on screen, e.g. `acme/infrastructure-gitops`. */
      name: string;
      /** What the mirror fetches from: a Git URL or a path on this machine. Credentials come from `integrations`. */
      url: string;
      /** The branch that is deployed; `main` by default. */
      branch?: string;
      /** Where people read the repository in a browser, for links to files and commits. */
      webUrl?: string;
      /** Other URLs by which Argo CD knows this repository. */
      argoUrls?: string[];
    }>;
    /** Environments that come first, in promotion order. The others follow by the usual names, then by name. */
    order?: string[];
    /** Which destinations of Argo CD are which cluster of `kubernetes.clusterLocatorMethods`. Equal URLs and names map by themselves. */
    clusters?: Array<{
      /** Name of a cluster in `kubernetes.clusterLocatorMethods`. */
      name: string;
      /** Destination servers that mean this cluster, as Applications write them. */
      servers?: string[];
      /** Labels of the cluster as Argo CD knows it, for cluster generators. */
      labels?: { [label: string]: string };
    }>;
    /** Path globs whose values are each environment's own, e.g. `spec.parameters.size`. Promotions keep them. */
    overrides?: string[];
    /**
     * Environment, or `*` for all, to the gates in front of it. `{}` switches a gate on.
     * Without this key: every environment has `exists` and `schema`, the last one also `approval` by one other person.
     */
    gates?: {
      [environment: string]: { [gate: string]: { [setting: string]: unknown } };
    };
    /**
     * `auto`, the default, builds kustomizations with `kustomize` or `kubectl` if the backend has one of them.
     * `off` shows them as rendered elsewhere.
     */
    kustomize?: 'auto' | 'off';
    refresh?: {
      poll?: {
        /** Seconds between two looks at a repository that sends no push events; 30 by default. */
        seconds?: number;
      };
    };
    /** Directory for the repository mirrors; below the working directory of the backend by default. */
    dataDirectory?: string;
  };
}
