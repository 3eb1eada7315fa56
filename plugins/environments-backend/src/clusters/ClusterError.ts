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

/** What the network says, in words; the rest is passed on as it is. */
const WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/ECONNREFUSED/, 'The connection was refused'],
  [/ENOTFOUND|EAI_AGAIN/, 'The name of the host is unknown'],
  [/ETIMEDOUT|TimeoutError|timed out/i, 'No answer in time'],
  [
    /terminated|ECONNRESET|EPIPE|socket|other side closed/i,
    'The connection broke',
  ],
  [/certificate|self.signed/i, 'The certificate is not trusted'],
];

interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly cause?: unknown;
}

/** The cause of the cause: the network's own words. */
function innermost(error: unknown): Failure {
  let current = error as Failure | undefined;
  while (current?.cause) current = current.cause as Failure;
  return current ?? {};
}

function inWords({ name = '', message = '', code = '' }: Failure): string {
  const said = `${name} ${message} ${code}`;
  const found = WORDS.find(([pattern]) => pattern.test(said));
  return found ? found[1] : message || name || 'No answer';
}

/** Any failure of a request as a ClusterError; network failures are `unreachable`. */
export function clusterErrorOf(error: unknown): ClusterError {
  if (error instanceof ClusterError) return error;
  return new ClusterError('unreachable', inWords(innermost(error)));
}
