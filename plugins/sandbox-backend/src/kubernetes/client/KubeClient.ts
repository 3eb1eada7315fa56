import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, KubeObject, listAt, textAt } from '../objects';
import { ClientRequest, Transport } from './Transport';

/** What names an object. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

export interface WriteOptions {
  readonly manager: string;
  readonly subresource?: string;
  readonly dryRun?: boolean;
}

/** A cluster said no, or does not know what it was asked for. */
export class KubeError extends Error {
  readonly code: number;
  readonly reason: string;

  constructor(code: number, reason: string, message: string) {
    super(message);
    this.name = 'KubeError';
    this.code = code;
    this.reason = reason;
  }
}

interface Served {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** True for the refusals that a second look at the live object resolves. */
export function isConflict(error: unknown): boolean {
  return error instanceof KubeError && error.code === 409;
}

/** What the reconcilers need of a cluster's API. */
export class KubeClient {
  readonly #transport: Transport;
  readonly #served = new Map<string, Map<string, Served>>();

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  onChange(listener: () => void): () => void {
    return this.#transport.onChange?.(listener) ?? (() => {});
  }

  /** True if the cluster serves the kind. */
  async serves(apiVersion: string, kind: string): Promise<boolean> {
    return (await this.#find(apiVersion, kind)) !== undefined;
  }

  /** True if objects of the kind live in namespaces. */
  async isNamespaced(apiVersion: string, kind: string): Promise<boolean> {
    return (await this.#resource(apiVersion, kind)).namespaced;
  }

  async get(ref: ObjectRef): Promise<KubeObject | undefined> {
    const path = await this.#path(ref, ref.name);
    const { status, body } = await this.#transport.request({
      method: 'GET',
      path,
    });
    if (status === 404) return undefined;
    return this.#object(status, body);
  }

  /** Objects of a kind; none if the cluster does not serve it. */
  async list(
    apiVersion: string,
    kind: string,
    options: { namespace?: string; labelSelector?: string } = {},
  ): Promise<KubeObject[]> {
    if (!(await this.serves(apiVersion, kind))) return [];
    const { namespace, labelSelector } = options;
    const path = await this.#path({ apiVersion, kind, namespace });
    const body = await this.#send({
      method: 'GET',
      path,
      query: labelSelector ? { labelSelector } : {},
    });
    return listAt(body, 'items')
      .filter(isMap)
      .map(item => ({ ...item, apiVersion, kind } as KubeObject));
  }

  async create(object: JsonObject, options: WriteOptions): Promise<KubeObject> {
    const ref = refOf(object);
    return this.#write('POST', await this.#path(ref), object, options);
  }

  async update(object: KubeObject, options: WriteOptions): Promise<KubeObject> {
    const ref = refOf(object);
    const path = await this.#path(ref, ref.name, options.subresource);
    return this.#write('PUT', path, object, options);
  }

  /** Server-side apply. */
  async apply(
    object: JsonObject,
    options: WriteOptions & { force?: boolean },
  ): Promise<KubeObject> {
    const ref = refOf(object);
    const path = await this.#path(ref, ref.name, options.subresource);
    return this.#write('PATCH', path, object, options, {
      contentType: 'application/apply-patch+yaml',
      query: options.force ? { force: 'true' } : {},
    });
  }

  /** JSON merge patch. */
  async patch(
    ref: ObjectRef,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<KubeObject> {
    const path = await this.#path(ref, ref.name, options.subresource);
    return this.#write('PATCH', path, patch, options, {
      contentType: 'application/merge-patch+json',
    });
  }

  /** Deletes an object; true if it was there. */
  async delete(
    ref: ObjectRef,
    propagationPolicy: 'Background' | 'Foreground' = 'Background',
  ): Promise<boolean> {
    const { status, body } = await this.#transport.request({
      method: 'DELETE',
      path: await this.#path(ref, ref.name),
      body: { propagationPolicy },
    });
    if (status === 404) return false;
    if (status >= 400) throw kubeError(status, body);
    return true;
  }

  async #write(
    method: ClientRequest['method'],
    path: string,
    body: JsonValue,
    options: WriteOptions,
    more: { contentType?: string; query?: Record<string, string> } = {},
  ): Promise<KubeObject> {
    const answer = await this.#send({
      method,
      path,
      contentType: more.contentType,
      query: {
        fieldManager: options.manager,
        ...(options.dryRun ? { dryRun: 'All' } : {}),
        ...more.query,
      },
      body,
    });
    return answer as KubeObject;
  }

  async #send(request: ClientRequest): Promise<JsonObject> {
    const { status, body } = await this.#transport.request(request);
    return this.#object(status, body);
  }

  #object(status: number, body: JsonObject): KubeObject {
    if (status >= 400) throw kubeError(status, body);
    return body as KubeObject;
  }

  async #path(
    ref: Omit<ObjectRef, 'name'>,
    name?: string,
    subresource?: string,
  ): Promise<string> {
    const { plural, namespaced } = await this.#resource(
      ref.apiVersion,
      ref.kind,
    );
    const root = ref.apiVersion.includes('/') ? '/apis' : '/api';
    const namespace =
      namespaced && ref.namespace ? `/namespaces/${ref.namespace}` : '';
    return [
      `${root}/${ref.apiVersion}${namespace}/${plural}`,
      name === undefined ? '' : `/${encodeURIComponent(name)}`,
      subresource ? `/${subresource}` : '',
    ].join('');
  }

  async #resource(apiVersion: string, kind: string): Promise<Served> {
    const served = await this.#find(apiVersion, kind);
    if (served) return served;
    throw new KubeError(
      404,
      'NotFound',
      `no matches for kind "${kind}" in version "${apiVersion}"`,
    );
  }

  async #find(apiVersion: string, kind: string): Promise<Served | undefined> {
    const known = this.#served.get(apiVersion)?.get(kind);
    if (known) return known;
    const root = apiVersion.includes('/') ? '/apis' : '/api';
    const { status, body } = await this.#transport.request({
      method: 'GET',
      path: `${root}/${apiVersion}`,
    });
    if (status === 404) return undefined;
    if (status >= 400) throw kubeError(status, body);
    const kinds = new Map<string, Served>();
    for (const entry of listAt(body, 'resources').filter(isMap)) {
      const plural = textAt(entry, 'name') ?? '';
      if (plural.includes('/')) continue;
      kinds.set(textAt(entry, 'kind') ?? '', {
        plural,
        namespaced: entry.namespaced === true,
      });
    }
    this.#served.set(apiVersion, kinds);
    return kinds.get(kind);
  }
}

/** The name of an object, as its manifest has it. */
export function refOf(object: JsonObject): ObjectRef {
  return {
    apiVersion: textAt(object, 'apiVersion') ?? '',
    kind: textAt(object, 'kind') ?? '',
    namespace: textAt(object, 'metadata', 'namespace'),
    name: textAt(object, 'metadata', 'name') ?? '',
  };
}

function kubeError(status: number, body: JsonObject): KubeError {
  return new KubeError(
    status,
    textAt(body, 'reason') ?? 'Unknown',
    textAt(body, 'message') ?? `the cluster answered ${status}`,
  );
}
