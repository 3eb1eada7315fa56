import { gitConfigVariables } from './gitEnvironment';
import { GitCredentials } from './types';

/** How to call a remote: an address without secrets, and the secrets beside it. */
export interface RemoteAccess {
  readonly environment: Record<string, string>;
  readonly secrets: string[];
}

/**
 * A remote repository's address. Credentials written into the URL, and those of
 * the integrations, become a header that only this remote's host gets and that
 * is handed to Git by environment: never in its arguments, never in a message.
 */
export class Remote {
  /** Without credentials. */
  readonly url: string;
  readonly #own: string | undefined;
  readonly #credentials: GitCredentials | undefined;

  constructor(url: string, credentials?: GitCredentials) {
    this.#credentials = credentials;
    let clean = url;
    let own: string | undefined;
    if (/^https?:\/\//.test(url)) {
      const parsed = new URL(url);
      if (parsed.username || parsed.password) {
        const pair = `${decodeURIComponent(
          parsed.username,
        )}:${decodeURIComponent(parsed.password)}`;
        own = `Basic ${Buffer.from(pair).toString('base64')}`;
        parsed.username = '';
        parsed.password = '';
        clean = parsed.toString();
      }
    }
    this.url = clean;
    this.#own = own;
  }

  async access(): Promise<RemoteAccess> {
    const headers = this.#own
      ? { Authorization: this.#own }
      : await this.#credentials?.headersFor(this.url);
    const entries = Object.entries(headers ?? {});
    if (entries.length === 0) return { environment: {}, secrets: [] };
    const { origin } = new URL(this.url);
    return {
      environment: gitConfigVariables(
        entries.map(([name, value]) => [
          `http.${origin}/.extraHeader`,
          `${name}: ${value}`,
        ]),
      ),
      secrets: entries.flatMap(([, value]) =>
        [value, ...value.split(' ')].filter(part => part.length > 8),
      ),
    };
  }
}
