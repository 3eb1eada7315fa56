/** Channel on which the backend says that something changed. @public */
export const ENVIRONMENTS_CHANNEL = 'environments:changed';

/** Says what changed, never the data: whoever listens reads again. @public */
export interface EnvironmentsChanged {
  /** Services that look different now; absent = any may. */
  services?: string[];
  /** Change requests that changed. */
  requests?: number[];
}
