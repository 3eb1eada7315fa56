export { ARGO_CLUSTER, CLUSTERS, World } from './World';
