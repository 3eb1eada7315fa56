import { isError } from '@backstage/errors';

/** What the backend said went wrong, where it said anything; the wire wraps it in a response error. */
function saidBy(error: unknown): { name: string; message: string } {
  const cause = isError(error) ? error.cause : undefined;
  if (isError(cause)) {
    return cause;
  }
  return isError(error) ? error : { name: 'Error', message: String(error) };
}

/** The sentence to show for something that failed. */
export function errorText(error: unknown): string {
  return saidBy(error).message;
}

/** Whether the backend knows no such thing. */
export function isNotFound(error: unknown): boolean {
  return saidBy(error).name === 'NotFoundError';
}
