import { JsonObject, JsonValue } from '@backstage/types';

/** A request to the API of one cluster, as read from HTTP. */
export interface KubeRequest {
  readonly method: string;
  /** Below the cluster, e.g. `/api/v1/namespaces`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Media type of the body, without parameters. */
  readonly contentType?: string;
  readonly userAgent?: string;
  readonly body?: JsonValue;
}

/** The answer to anything but a watch. */
export interface KubeAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** A line of a watch. */
export type WatchEvent = JsonObject & {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: JsonObject;
};

/** Sends events until it is told to stop; stops by itself after its timeout. */
export type StartWatch = (send: {
  event: (event: WatchEvent) => void;
  end: () => void;
}) => () => void;

export type KubeResponse =
  | { readonly kind: 'answer'; readonly answer: KubeAnswer }
  | { readonly kind: 'watch'; readonly start: StartWatch };
