import {
  DiscoveryApi,
  FetchApi,
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { useMemo } from 'react';

/** Where everything of the sandbox is, as its backend says. */
export interface SandboxState {
  repository: { path: string; branch: string; head?: string };
  clusters: Array<{
    name: string;
    url: string;
    reachable: boolean;
    unreachableSince?: string;
  }>;
  tryThis: Array<{ title: string; command: string }>;
}

/** What can be changed by hand in production. */
export type HandChange = 'replicas' | 'paused' | 'backupRetention';

/** The buttons of the sandbox. */
export class SandboxClient {
  readonly #discovery: DiscoveryApi;
  readonly #fetch: FetchApi;

  constructor(discovery: DiscoveryApi, fetchApi: FetchApi) {
    this.#discovery = discovery;
    this.#fetch = fetchApi;
  }

  state(): Promise<SandboxState> {
    return this.#send('GET', '/state');
  }

  changeByHand(changes: HandChange[]) {
    return this.#send('POST', '/drift', { changes });
  }

  setSelfHeal(application: string, enabled: boolean) {
    return this.#send('POST', '/self-heal', { application, enabled });
  }

  setReachable(cluster: string, reachable: boolean) {
    const name = encodeURIComponent(cluster);
    return this.#send('POST', `/clusters/${name}/reachable`, { reachable });
  }

  breakFile() {
    return this.#send('POST', '/broken-file', {});
  }

  repairFile() {
    return this.#send('DELETE', '/broken-file');
  }

  async #send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const base = await this.#discovery.getBaseUrl('sandbox');
    const response = await this.#fetch.fetch(`${base}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

export function useSandbox(): SandboxClient {
  const discovery = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () => new SandboxClient(discovery, fetchApi),
    [discovery, fetchApi],
  );
}
