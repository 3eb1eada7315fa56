import { fetch, Response } from 'undici';
import { JsonObject } from '@stagecraft/engine';
import { ClusterAccess } from './readClusterAccess';
import { ClusterError, clusterErrorOf } from './ClusterError';
import { ClientModule, loadClient } from './loadClient';

type KubeConfig = InstanceType<ClientModule['KubeConfig']>;

/** A read that takes longer than this counts as unanswered. */
const ANSWER_TIMEOUT_MS = 20_000;

/** An API server sends a bookmark about every minute; silence beyond that is a dead connection. */
const SILENCE_TIMEOUT_MS = 90_000;

/** One line of a watch. `object` is raw JSON: typed models would drop unknown fields. */
export interface WatchEvent {
  readonly type: string;
  readonly object: JsonObject;
}

/** A way to talk to one cluster. */
export interface ClusterConnection {
  /** @throws ClusterError */
  get(path: string, query?: Record<string, string>): Promise<JsonObject>;
  /**
   * Opens a watch; resolves when the server has accepted it. Its events go on
   * until the server ends it or `signal` aborts, and throw like this call.
   * @throws ClusterError
   */
  watch(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<AsyncIterable<WatchEvent>>;
}

async function loadKubeConfig(
  client: ClientModule,
  access: ClusterAccess,
): Promise<KubeConfig> {
  const config = new client.KubeConfig();
  if (access.auth.type === 'inCluster') {
    config.loadFromCluster();
    return config;
  }
  config.loadFromOptions({
    clusters: [
      {
        name: access.name,
        server: access.url,
        caData: access.caData,
        caFile: access.caFile,
        // The library takes plain HTTP for a mistake; there is no TLS to verify.
        skipTLSVerify: access.skipTLSVerify || access.url.startsWith('http:'),
      },
    ],
    users: [
      {
        name: 'reader',
        token: access.auth.type === 'token' ? access.auth.token : undefined,
      },
    ],
    contexts: [{ name: 'reader', cluster: access.name, user: 'reader' }],
    currentContext: 'reader',
  });
  return config;
}

/**
 * Raw JSON over HTTP with the authentication of the Kubernetes client library.
 * The library is large, so it is loaded at the first request.
 */
export class KubernetesConnection implements ClusterConnection {
  readonly #access: ClusterAccess;
  #client?: Promise<{ module: ClientModule; config: KubeConfig }>;

  constructor(access: ClusterAccess) {
    this.#access = access;
  }

  async #connect() {
    if (this.#access.auth.type === 'unsupported') {
      throw new ClusterError('denied', this.#access.auth.reason);
    }
    this.#client ??= loadClient().then(async module => ({
      module,
      config: await loadKubeConfig(module, this.#access),
    }));
    try {
      return await this.#client;
    } catch (error) {
      this.#client = undefined;
      throw error;
    }
  }

  async #request(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Response> {
    try {
      const { module, config } = await this.#connect();
      const server = config.getCurrentCluster()?.server ?? this.#access.url;
      const url = new URL(`${server}${path}`);
      for (const [name, value] of Object.entries(query)) {
        url.searchParams.set(name, value);
      }
      const context = new module.RequestContext(
        url.toString(),
        module.HttpMethod.GET,
      );
      await config.applySecurityAuthentication(context);
      const response = await fetch(url, {
        headers: { ...context.getHeaders(), accept: 'application/json' },
        dispatcher: context.getDispatcher(),
        signal,
      });
      if (!response.ok) {
        throw ClusterError.fromResponse(response.status, await response.text());
      }
      return response;
    } catch (error) {
      throw clusterErrorOf(error);
    }
  }

  async get(
    path: string,
    query: Record<string, string> = {},
  ): Promise<JsonObject> {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const response = await this.#request(path, query, signal);
    try {
      return (await response.json()) as JsonObject;
    } catch (error) {
      throw clusterErrorOf(error);
    }
  }

  async watch(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<AsyncIterable<WatchEvent>> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), SILENCE_TIMEOUT_MS);
    timer.unref();
    try {
      const response = await this.#request(
        path,
        { ...query, watch: 'true' },
        AbortSignal.any([signal, silence.signal]),
      );
      return events(response, timer, signal);
    } catch (error) {
      clearTimeout(timer);
      throw error;
    }
  }
}

/** The events of an open watch; every sign of life restarts the timer. */
async function* events(
  response: Response,
  timer: NodeJS.Timeout,
  signal: AbortSignal,
): AsyncGenerator<WatchEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of response.body ?? []) {
      timer.refresh();
      const lines = (rest + decoder.decode(chunk, { stream: true })).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') yield JSON.parse(line) as WatchEvent;
      }
    }
  } catch (error) {
    if (!signal.aborted) throw clusterErrorOf(error);
  } finally {
    clearTimeout(timer);
  }
}
