export { isConflict, KubeClient, KubeError, refOf } from './KubeClient';
export type { ObjectRef, WriteOptions } from './KubeClient';
export { HttpTransport, LocalTransport } from './Transport';
export type { Transport } from './Transport';
export { recordEvent } from './recordEvent';
