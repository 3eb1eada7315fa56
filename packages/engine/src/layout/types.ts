import { JsonObject } from '../fields';
import { Manifest, Origin, ParsedFile, SourceFile } from '../manifests';
import type { Directory } from './tree/directory';

/** The files of one commit, as the layout reads them. */
export interface Tree {
  readonly root: Directory;
  /** All files, in the order in which Argo CD walks them. Links are not in it. */
  readonly paths: readonly string[];
  /** Path of a symbolic link to its target as written. */
  readonly symlinks: ReadonlyMap<string, string>;
  file(path: string): SourceFile | undefined;
  /** The objects of a file; read once. */
  parse(path: string): ParsedFile | undefined;
}

export interface TreeOptions {
  readonly symlinks?: ReadonlyMap<string, string>;
  /** Reads a file; give one that caches by blob id. */
  readonly parse?: (file: SourceFile) => ParsedFile;
}

/** A cluster that Argo CD knows besides the one it runs in. */
export interface KnownCluster {
  readonly name: string;
  readonly server: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A directory whose objects are known only once a tool has rendered it. */
export interface RenderRequest {
  readonly tool: 'kustomize';
  /** From the root of the repository, clean; the root is ''. */
  readonly path: string;
  /** The tool's block of the source, with what `.argocd-source` files add. */
  readonly options: JsonObject;
}

/** What became of rendering a directory. */
export type Rendering =
  /** The text the tool printed: YAML documents. `id` names it as a blob's id does. */
  | { readonly state: 'rendered'; readonly text: string; readonly id?: string }
  /** The tool refuses the directory, as it would for Argo CD. */
  | { readonly state: 'failed'; readonly reason: string }
  /** Nothing could be rendered here, for a reason that is not the repository's. */
  | { readonly state: 'unavailable'; readonly reason: string };

export interface LayoutOptions {
  /** The branch the tree was read from; `main` by default. */
  readonly branch?: string;
  /**
   * The URLs under which this repository is known. Without any, every source
   * counts as being in this repository.
   */
  readonly repositoryUrls?: readonly string[];
  /** Environments that come first, in this order. */
  readonly environmentOrder?: readonly string[];
  /** Absent: the clusters are unknown, so destinations are not judged. */
  readonly clusters?: readonly KnownCluster[];
  /**
   * What tools made of the directories they render; see `renderRequests`.
   * Undefined for one that nobody rendered: it is then named as unknown.
   */
  readonly render?: (request: RenderRequest) => Rendering | undefined;
}

export interface LayoutEnvironment {
  readonly name: string;
  readonly services: readonly string[];
  readonly namespaces: readonly string[];
  readonly from: 'argo' | 'convention';
}

/** An Argo CD Application that is in the tree or that a set in it makes. */
export interface LayoutApplication {
  readonly name: string;
  /** Namespace of the Application object itself. */
  readonly ownNamespace?: string;
  /** Namespace of the destination; undefined if it names none. */
  readonly namespace?: string;
  readonly environment?: string;
  readonly service?: string;
  /** Destination server, else the name of the cluster. */
  readonly cluster: string;
  readonly project: string;
  /** Paths of the sources as rendered; empty for a source without a path. */
  readonly sources: readonly string[];
  readonly spec: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
  readonly origin?: Origin;
  /** Name of the ApplicationSet that makes it. */
  readonly applicationSet?: string;
  /** An error keeps it from having any desired state. */
  readonly blocked: boolean;
}

/** One object that will be in a cluster, with the manifests it comes from. */
export interface EffectiveResource {
  /** group/Kind/namespace/name */
  readonly key: string;
  /** `*` is shared by all environments. */
  readonly environment?: string;
  readonly application?: string;
  readonly service?: string;
  readonly cluster?: string;
  /** The manifest in force, its namespace filled in as Argo CD would. */
  readonly manifest: Manifest;
  /** The manifests with the same key that lost, in the order they are read. */
  readonly shadowed: readonly Manifest[];
  /** Run as a hook during a sync, not kept as desired state. */
  readonly hook?: boolean;
}

export interface LayoutProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly application?: string;
  readonly environment?: string;
  /** A file, a directory, a link or a source path, depending on the code. */
  readonly path?: string;
  readonly key?: string;
  readonly field?: string;
  readonly line?: number;
  readonly column?: number;
  readonly document?: number;
  /** Fields that manifests without effect give and the one in force does not. */
  readonly lost?: readonly string[];
  readonly message: string;
  readonly fix?: string;
}

/** What a repository delivers, and where to. */
export interface Layout {
  /** In promotion order. */
  readonly environments: readonly LayoutEnvironment[];
  /** All services, sorted. */
  readonly services: readonly string[];
  readonly applications: readonly LayoutApplication[];
  readonly resources: readonly EffectiveResource[];
  readonly problems: readonly LayoutProblem[];
}
