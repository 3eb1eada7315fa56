import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Cluster } from './Cluster';
import { handle } from './handle';
import { contentTypeOf, readBody } from './readBody';
import { StartWatch } from './Request';
import { StatusError } from './status';

export interface ApiServerOptions {
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** 0 takes any free port. */
  readonly port: number;
  /** The bearer token of clients that send one. */

  readonly token: string;
  readonly logger: LoggerService;
}

const HOST = '127.0.0.1';
const LOCAL_HOSTS = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const HEALTH = new Set(['/healthz', '/readyz', '/livez']);

/**
 * Serves the API of the clusters over HTTP on the loopback interface, each
 * under `/clusters/<name>`.
 */
export class ApiServer {
  readonly #options: ApiServerOptions;
  readonly #server: Server;
  /** Open watches, to be cut when their cluster becomes unreachable. */
  readonly #watches = new Map<Cluster, Set<() => void>>();

  #open = false;

  private constructor(options: ApiServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(error => {
        this.#options.logger.error('The sandbox failed to answer', error);
        this.#refuse(
          response,
          new StatusError('InternalError', 'internal error'),
        );
      });
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  /**
   * Takes the port; connections are refused until the server is opened. Fails with
   * the name of the setting if the port is taken.
   */
  static async start(options: ApiServerOptions): Promise<ApiServer> {
    const server = new ApiServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          error.code === 'EADDRINUSE'
            ? new Error(
                `Port ${options.port} on ${HOST} is taken, so the sandbox cannot serve its clusters there. Stop what uses it, or set sandbox.kubernetes.port and the kubernetes: clusters to another port.`,
              )
            : error,
        );
      });
      server.#server.listen(options.port, HOST, resolve);
    });
    return server;
  }

  /** Lets clients in, once there is something to be seen. */
  open(): void {
    this.#open = true;
  }

  get url(): string {
    return `http://${HOST}:${(this.#server.address() as AddressInfo).port}`;
  }

  clusterUrl(name: string): string {
    return `${this.url}/clusters/${name}`;
  }

  /** Cuts a cluster off from everybody outside, or lets them in again. */
  setReachable(cluster: Cluster, reachable: boolean): void {
    cluster.setReachable(reachable);
    if (reachable) return;
    for (const cut of this.#watches.get(cluster) ?? []) cut();
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.#server.close(() => resolve());
    });
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', this.url);
    const [, , name, ...rest] = url.pathname.split('/');
    const cluster = this.#options.clusters.get(name ?? '');
    if (!this.#open || cluster?.unreachableSince) {
      request.socket.destroy();
      return;
    }
    try {
      this.#admit(request);
      if (!cluster || !url.pathname.startsWith('/clusters/')) {
        throw new StatusError(
          'NotFound',
          `there is no cluster "${name}" in the sandbox`,
        );
      }
      await this.#answer(cluster, `/${rest.join('/')}`, url, request, response);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.#refuse(response, error);
    }
  }

  /**
   * Tools of this machine may come without a token, as with `kubectl proxy`:
   * kubectl sends none over plain HTTP. Web pages can reach the loopback
   * interface too and are told apart by what browsers add to their requests.
   */
  #admit(request: IncomingMessage): void {
    const { host, authorization, origin } = request.headers;
    const fromPage =
      origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
    if (!host || !LOCAL_HOSTS.test(host)) {
      throw new StatusError(
        'Forbidden',
        'the sandbox answers on the loopback interface only',
      );
    }
    const known = authorization === `Bearer ${this.#options.token}`;
    if (!known && (fromPage || authorization !== undefined)) {
      throw new StatusError('Unauthorized', 'Unauthorized');
    }
  }

  async #answer(
    cluster: Cluster,
    path: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    if (HEALTH.has(path)) {
      response.end('ok');
      return;
    }
    const body = await readBody(request);
    const result = handle(cluster, {
      method: request.method ?? 'GET',
      path,
      query: url.searchParams,
      contentType: contentTypeOf(request),
      userAgent: request.headers['user-agent'],
      body,
    });
    if (result.kind === 'watch') {
      this.#watch(cluster, result.start, response);
      return;
    }
    response.writeHead(result.answer.status, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(result.answer.body));
  }

  #watch(cluster: Cluster, start: StartWatch, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const watches = this.#watches.get(cluster) ?? new Set();
    this.#watches.set(cluster, watches);
    const stop = start({
      event: event => response.write(`${JSON.stringify(event)}\n`),
      end: () => response.end(),
    });
    const cut = () => response.destroy();
    watches.add(cut);
    response.once('close', () => {
      watches.delete(cut);
      stop();
    });
  }

  #refuse(response: ServerResponse, error: StatusError): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(error.code, { 'content-type': 'application/json' });
    response.end(JSON.stringify(error.toStatus()));
  }
}
