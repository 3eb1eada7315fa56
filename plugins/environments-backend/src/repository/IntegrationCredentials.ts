import { Config } from '@backstage/config';
import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { GitCredentials } from './types';

type Headers = Record<string, string>;

function basic(user: string, password: string): Headers {
  const pair = Buffer.from(`${user}:${password}`).toString('base64');
  return { Authorization: `Basic ${pair}` };
}

/**
 * Credentials from `integrations:`, as every other part of Backstage has them.
 * A remote of a host that has no integration is read without any.
 */
export class IntegrationCredentials implements GitCredentials {
  readonly #integrations: ScmIntegrations;
  readonly #github: DefaultGithubCredentialsProvider;
  readonly #azure: DefaultAzureDevOpsCredentialsProvider;

  static fromConfig(config: Config): IntegrationCredentials {
    return new IntegrationCredentials(ScmIntegrations.fromConfig(config));
  }

  private constructor(integrations: ScmIntegrations) {
    this.#integrations = integrations;
    this.#github =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    this.#azure =
      DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  }

  async headersFor(url: string): Promise<Headers | undefined> {
    if (!/^https?:/.test(url)) return undefined;
    switch (this.#integrations.byUrl(url)?.type) {
      case 'github': {
        const { token } = await this.#github.getCredentials({ url });
        return token ? basic('x-access-token', token) : undefined;
      }
      case 'azure':
        return (await this.#azure.getCredentials({ url }))?.headers;
      case 'gitlab': {
        const token = this.#integrations.gitlab.byUrl(url)?.config.token;
        return token ? basic('oauth2', token) : undefined;
      }
      case 'gitea': {
        const config = this.#integrations.gitea.byUrl(url)?.config;
        if (!config?.password) return undefined;
        // A token takes the place of the password; its user name is any.
        return basic(config.username ?? 'token', config.password);
      }
      case 'gerrit': {
        const config = this.#integrations.gerrit.byUrl(url)?.config;
        return config?.username && config.password
          ? basic(config.username, config.password)
          : undefined;
      }
      case 'bitbucketServer':
        return this.#bitbucketServer(url);
      case 'bitbucketCloud':
        return this.#bitbucketCloud(url);
      default:
        return undefined;
    }
  }

  #bitbucketServer(url: string): Headers | undefined {
    const config = this.#integrations.bitbucketServer.byUrl(url)?.config;
    if (config?.token) return { Authorization: `Bearer ${config.token}` };
    return config?.username && config.password
      ? basic(config.username, config.password)
      : undefined;
  }

  #bitbucketCloud(url: string): Headers | undefined {
    const config = this.#integrations.bitbucketCloud.byUrl(url)?.config;
    const secret = config?.token ?? config?.appPassword;
    return config?.username && secret
      ? basic(config.username, secret)
      : undefined;
  }
}
