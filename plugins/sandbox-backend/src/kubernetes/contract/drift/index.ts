export { DRIFT } from './checks';
export { DEFINITIONS } from './manifests';
