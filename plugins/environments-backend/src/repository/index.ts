export * from './RepositoryError';
export * from './types';
