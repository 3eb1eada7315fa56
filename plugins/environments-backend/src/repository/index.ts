export * from './contentId';
export * from './GitMirror';
export * from './IntegrationCredentials';
export * from './RepositoryError';
export * from './types';
