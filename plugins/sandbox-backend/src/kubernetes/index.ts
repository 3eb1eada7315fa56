export { ApiServer } from './ApiServer';
export { Cluster } from './Cluster';
export * from './client';
