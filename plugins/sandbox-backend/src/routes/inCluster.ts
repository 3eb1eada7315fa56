import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { KubeError } from '../kubernetes';

/** Runs work on a cluster; what the cluster refuses becomes an HTTP error. */
export async function inCluster<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    switch (error.code) {
      case 404:
        throw new NotFoundError(error.message);
      case 409:
        throw new ConflictError(error.message);
      case 422:
        throw new InputError(error.message);
      default:
        throw error;
    }
  }
}
