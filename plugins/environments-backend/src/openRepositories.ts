import path from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { KustomizeRenderer } from '@stagecraft/engine-node';
import { EnvironmentsConfig } from './config';
import { GitRepositoryIndex, knownClusters } from './environments';
import { GitCredentials, GitMirror } from './repository';

/** Prepares mirrors and indexes of the configured repositories; reads none of them yet. */
export async function openRepositories(options: {
  config: EnvironmentsConfig;
  credentials: GitCredentials;
  logger: LoggerService;
}): Promise<GitRepositoryIndex[]> {
  const { config, credentials, logger } = options;
  const indexes: GitRepositoryIndex[] = [];
  const renderer =
    config.kustomize === 'off' ? undefined : new KustomizeRenderer();
  for (const repository of config.repositories) {
    const mirror = await GitMirror.open({
      name: repository.name,
      url: repository.url,
      branch: repository.branch,
      directory: path.join(config.dataDirectory, 'mirrors'),
      credentials,
      logger,
    });
    indexes.push(
      GitRepositoryIndex.create({
        config: repository,
        repository: mirror,
        order: config.order,
        overrides: config.overrides,
        clusters: knownClusters(config.clusters),
        renderer,
      }),
    );
  }
  return indexes;
}
