import http from 'node:http';
import { AddressInfo } from 'node:net';
import { JsonObject } from '@stagecraft/engine';

interface Kind {
  plural: string;
  kind: string;
  namespaced: boolean;
}

/** The part of the Kubernetes API that watching needs, over real HTTP. */
export class KubeServer {
  readonly #kinds = new Map<string, Kind[]>();
  readonly #objects = new Map<string, Map<string, JsonObject>>();
  readonly #denied = new Map<string, string>();
  readonly #watches = new Set<{ path: string; res: http.ServerResponse }>();
  readonly requests: string[] = [];
  readonly tokens = new Set<string | undefined>();
  readonly #log: Array<{ path: string; version: number; line: string }> = [];
  #version = 100;
  #gone = false;
  #server?: http.Server;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  serve(apiVersion: string, kind: Kind): this {
    this.#kinds.set(apiVersion, [...(this.#kinds.get(apiVersion) ?? []), kind]);
    return this;
  }

  deny(path: string, message: string): void {
    this.#denied.set(path, message);
  }

  /** The next watch is told that its version is too old. */
  forgetVersions(): void {
    this.#gone = true;
  }

  async start(): Promise<this> {
    this.#server = http.createServer((req, res) => this.#answer(req, res));
    await new Promise<void>(resolve => {
      this.#server?.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Goes away as a crashed server does: open watches break. */
  async stop(): Promise<void> {
    for (const { res } of this.#watches) res.destroy();
    this.#watches.clear();
    this.#server?.closeAllConnections();
    await new Promise<void>(resolve => {
      if (this.#server) this.#server.close(() => resolve());
      else resolve();
    });
    this.#server = undefined;
  }

  /** Ends open watches as a server does after timeoutSeconds. */
  endWatches(): void {
    for (const { res } of this.#watches) res.end();
    this.#watches.clear();
  }

  put(path: string, object: JsonObject): JsonObject {
    const metadata = object.metadata as JsonObject;
    const key = `${metadata.namespace ?? ''}/${metadata.name}`;
    const stored: JsonObject = {
      ...object,
      metadata: { ...metadata, resourceVersion: String(++this.#version) },
    };
    const objects = this.#objects.get(path) ?? new Map();
    this.#objects.set(path, objects);
    const type = objects.has(key) ? 'MODIFIED' : 'ADDED';
    objects.set(key, stored);
    this.#emit(path, type, stored);
    return stored;
  }

  remove(path: string, key: string): void {
    const object = this.#objects.get(path)?.get(key);
    if (!object) return;
    this.#objects.get(path)?.delete(key);
    const metadata = object.metadata as JsonObject;
    this.#emit(path, 'DELETED', {
      ...object,
      metadata: { ...metadata, resourceVersion: String(++this.#version) },
    });
  }

  #emit(path: string, type: string, object: JsonObject): void {
    const line = `${JSON.stringify({ type, object })}\n`;
    this.#log.push({ path, version: this.#version, line });
    for (const watch of this.#watches) {
      if (watch.path === path) watch.res.write(line);
    }
  }

  #answer(req: http.IncomingMessage, res: http.ServerResponse): void {
    const url = new URL(req.url ?? '/', this.url);
    this.requests.push(`${url.pathname}${url.search}`);
    this.tokens.add(req.headers.authorization);
    const path = url.pathname;
    const denied = this.#denied.get(path);
    if (denied) {
      this.#json(res, 403, { kind: 'Status', code: 403, message: denied });
      return;
    }
    const version = /^\/(?:apis|api)\/(.+)$/.exec(path)?.[1] ?? '';
    const kinds = this.#kinds.get(version);
    if (kinds) {
      const resources = kinds.flatMap(({ plural, kind, namespaced }) => [
        { name: plural, kind, namespaced },
        { name: `${plural}/status`, kind, namespaced },
      ]);
      this.#json(res, 200, { kind: 'APIResourceList', resources });
      return;
    }
    if (!this.#isCollection(path)) {
      this.#json(res, 404, {
        kind: 'Status',
        code: 404,
        message: `the server could not find ${path}`,
      });
      return;
    }
    if (url.searchParams.get('watch') === 'true') {
      this.#watch(path, url.searchParams, res);
      return;
    }
    this.#list(path, url.searchParams, res);
  }

  #isCollection(path: string): boolean {
    for (const [version, kinds] of this.#kinds) {
      const base = version.includes('/')
        ? `/apis/${version}`
        : `/api/${version}`;
      if (kinds.some(({ plural }) => path === `${base}/${plural}`)) return true;
    }
    return /^\/api\/v1\/namespaces\/[^/]+\/events$/.test(path);
  }

  #list(path: string, query: URLSearchParams, res: http.ServerResponse): void {
    const all = [...(this.#objects.get(path)?.values() ?? [])];
    const from = Number(query.get('continue') ?? 0);
    // Smaller pages than asked for, so that paging is always exercised.
    const items = all.slice(from, from + 2);
    const next = from + 2 < all.length ? String(from + 2) : undefined;
    this.#json(res, 200, {
      kind: 'List',
      metadata: { resourceVersion: String(this.#version), continue: next },
      items,
    });
  }

  #watch(path: string, query: URLSearchParams, res: http.ServerResponse): void {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.flushHeaders();
    if (this.#gone) {
      this.#gone = false;
      const object = { kind: 'Status', code: 410, message: 'too old' };
      res.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      return;
    }
    const from = Number(query.get('resourceVersion') ?? 0);
    for (const event of this.#log) {
      if (event.path === path && event.version > from) res.write(event.line);
    }
    const watch = { path, res };
    this.#watches.add(watch);
    res.on('close', () => this.#watches.delete(watch));
  }

  #json(res: http.ServerResponse, status: number, body: unknown): void {
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  }
}
