import { JsonObject } from '@backstage/types';
import { KubeObject, textAt } from '../objects';
import { ApiUnderTest, CallOptions, CheckContext, Reply } from './types';

const WATCH_LIMIT_MS = 10_000;

/** Makes a namespace for a check and the ways to call the API. */
export async function createContext(
  api: ApiUnderTest,
  namespace: string,
): Promise<CheckContext> {
  const address = (path: string, query: Record<string, string> = {}) =>
    `${api.url}${path}?${new URLSearchParams(query)}`;

  const call = async (
    method: string,
    path: string,
    options: CallOptions = {},
  ): Promise<Reply> => {
    const answer = await api.send(address(path, options.query), {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': options.userAgent ?? 'contract/1',
        ...(options.body === undefined
          ? {}
          : { 'content-type': options.contentType ?? 'application/json' }),
      },
      body:
        options.body === undefined ? undefined : JSON.stringify(options.body),
    });
    const text = await answer.text();
    const body: JsonObject = text.startsWith('{') ? JSON.parse(text) : { text };
    return { status: answer.status, body };
  };

  const expectOk = async (
    method: string,
    path: string,
    options?: CallOptions,
  ): Promise<KubeObject> => {
    const { status, body } = await call(method, path, options);
    if (status >= 300) {
      throw new Error(
        `${method} ${path}: ${status} ${textAt(body, 'message')}`,
      );
    }
    return body as KubeObject;
  };

  const watch = async (
    path: string,
    query: Record<string, string>,
    count: number,
  ): Promise<JsonObject[]> => {
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), WATCH_LIMIT_MS);
    const events: JsonObject[] = [];
    try {
      const answer = await api.send(
        address(path, { watch: 'true', ...query }),
        {
          signal: stop.signal,
          headers: { accept: 'application/json' },
        },
      );
      let rest = '';
      const decoder = new TextDecoder();
      for await (const chunk of answer.body ?? []) {
        rest += decoder.decode(chunk as Uint8Array, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        events.push(...lines.filter(Boolean).map(line => JSON.parse(line)));
        if (events.length >= count) break;
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      clearTimeout(limit);
      stop.abort();
    }
    return events;
  };

  await expectOk('POST', '/api/v1/namespaces', {
    body: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    },
  });
  return {
    namespace,
    call,
    expectOk,
    watch,
    path: (root, plural, ...rest) =>
      [`${root}/namespaces/${namespace}/${plural}`, ...rest].join('/'),
  };
}
