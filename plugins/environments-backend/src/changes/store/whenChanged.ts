import { isError } from '@backstage/errors';

/**
 * Waits for a write; where somebody else changed the same request in between,
 * gives what `otherwise` finds instead.
 */
export async function whenChanged<T>(
  write: Promise<T>,
  otherwise: () => Promise<T>,
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isError(error) && error.name === 'ConflictError') return otherwise();
    throw error;
  }
}
