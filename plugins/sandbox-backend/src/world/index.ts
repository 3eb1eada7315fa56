export { ARGO_CLUSTER, CLUSTERS } from './acme';
export { World } from './World';
