import { JsonObject, JsonValue } from '@backstage/types';
import { Cluster } from '../Cluster';
import { handle } from '../handle';
import { KubeAnswer } from '../Request';

/** A request to a cluster's API, below its root. */
export interface ClientRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly contentType?: string;
  readonly body?: JsonValue;
}

/** How requests reach a cluster. */
export interface Transport {
  request(request: ClientRequest): Promise<KubeAnswer>;
  /** Calls back after changes, where the cluster can tell without being asked. */
  onChange?(listener: () => void): () => void;
}

/** Straight into a cluster of this process, reachable or not. */
export class LocalTransport implements Transport {
  readonly #cluster: Cluster;
  readonly #userAgent: string;

  constructor(cluster: Cluster, userAgent: string) {
    this.#cluster = cluster;
    this.#userAgent = userAgent;
  }

  async request(request: ClientRequest): Promise<KubeAnswer> {
    const response = handle(this.#cluster, {
      ...request,
      query: new URLSearchParams(request.query),
      userAgent: this.#userAgent,
    });
    if (response.kind === 'watch') throw new Error('watches need HTTP');
    return response.answer;
  }

  onChange(listener: () => void): () => void {
    return this.#cluster.store.subscribe(listener);
  }
}

/** Over HTTP, to a cluster of the sandbox or to a real one. */
export class HttpTransport implements Transport {
  readonly #url: string;
  readonly #send: typeof fetch;
  readonly #headers: Record<string, string>;

  constructor(
    url: string,
    headers: Record<string, string>,
    send: typeof fetch = fetch,
  ) {
    this.#url = url;
    this.#headers = headers;
    this.#send = send;
  }

  async request(request: ClientRequest): Promise<KubeAnswer> {
    const query = new URLSearchParams(request.query).toString();
    const answer = await this.#send(
      `${this.#url}${request.path}${query ? `?${query}` : ''}`,
      {
        method: request.method,
        headers: {
          ...this.#headers,
          accept: 'application/json',
          ...(request.body === undefined
            ? {}
            : { 'content-type': request.contentType ?? 'application/json' }),
        },
        body:
          request.body === undefined ? undefined : JSON.stringify(request.body),
      },
    );
    const text = await answer.text();
    const body: JsonObject = text.startsWith('{') ? JSON.parse(text) : { text };
    return { status: answer.status, body };
  }
}
