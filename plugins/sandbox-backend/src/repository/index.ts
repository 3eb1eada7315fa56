export { SandboxRepository } from './SandboxRepository';
export type { RepositoryFile } from './SandboxRepository';
export type { NewCommit, Person } from './fastImport';
