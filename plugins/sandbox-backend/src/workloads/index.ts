export { DeploymentController } from './DeploymentController';
export { GarbageCollector } from './GarbageCollector';
