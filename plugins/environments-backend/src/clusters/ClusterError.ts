/**
 * Why a cluster gave no answer.
 *
 * - `unreachable`: no connection, no answer in time, or a server error.
 * - `denied`: it refuses, 401 or 403.
 * - `absent`: it has no such path, 404.
 * - `gone`: the resource version is too old, 410; list again.
 */
export type ClusterErrorType = 'unreachable' | 'denied' | 'absent' | 'gone';

/** A failed request to a cluster, in words for people. */
export class ClusterError extends Error {
  readonly type: ClusterErrorType;

  constructor(type: ClusterErrorType, message: string) {
    super(message);
    this.name = 'ClusterError';
    this.type = type;
  }

  /** From an answer that is not 2xx. The body of an API server is a Status with a message. */
  static fromResponse(status: number, body: string): ClusterError {
    let message = `The API server answered ${status}`;
    try {
      const parsed = JSON.parse(body);
      if (typeof parsed.message === 'string') message = parsed.message;
    } catch {
      // Not a Status object; the number has to do.
    }
    if (status === 401 || status === 403) {
      return new ClusterError('denied', message);
    }
    if (status === 404) return new ClusterError('absent', message);
    if (status === 410) return new ClusterError('gone', message);
    return new ClusterError('unreachable', message);
  }
}

function innermost(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && current.cause) current = current.cause;
  return current;
}

/** Any failure of a request as a ClusterError; network failures are `unreachable`. */
export function clusterErrorOf(error: unknown): ClusterError {
  if (error instanceof ClusterError) return error;
  const inner = innermost(error);
  if (inner instanceof Error) {
    if (inner.name === 'TimeoutError') {
      return new ClusterError('unreachable', 'No answer in time');
    }
    return new ClusterError('unreachable', inner.message || inner.name);
  }
  return new ClusterError('unreachable', String(inner));
}
