export { ArgoController } from './ArgoController';
export type { Destination } from './ArgoController';
export { DesiredStateReader } from './desiredState';
export { ARGO_API, ARGO_NAMESPACE } from './types';
