import { CustomErrorBase } from '@backstage/errors';

/**
 * Why a repository cannot be read or written.
 *
 * - `unreachable`: the remote does not answer, or its host is unknown.
 * - `denied`: it wants other credentials.
 * - `notARepository`: there is no Git repository at that place.
 * - `missingBranch`: the repository has no such branch.
 * - `missingObject`: a commit or blob is unknown.
 * - `timeout`: Git took too long.
 * - `moved`: a branch is not where the caller believes it to be.
 * - `refused`: the remote declined a push, e.g. a protected branch.
 * - `unsafe`: a path or name that must not be written.
 * - `failed`: anything else Git said.
 */
export type RepositoryErrorCode =
  | 'unreachable'
  | 'denied'
  | 'notARepository'
  | 'missingBranch'
  | 'missingObject'
  | 'timeout'
  | 'moved'
  | 'refused'
  | 'unsafe'
  | 'failed';

/** What the HTTP API answers; everything else is the repository being down. */
const STATUS: Partial<Record<RepositoryErrorCode, number>> = {
  missingObject: 404,
  moved: 409,
  refused: 409,
  unsafe: 400,
};

/** A repository operation failed. The message holds no credentials. */
export class RepositoryError extends CustomErrorBase {
  name = 'RepositoryError' as const;
  readonly code: RepositoryErrorCode;
  /** For the error middleware of the backend. */
  readonly statusCode: number;

  constructor(code: RepositoryErrorCode, message: string, cause?: unknown) {
    super(message, cause);
    this.code = code;
    this.statusCode = STATUS[code] ?? 503;
  }
}

/** True for a {@link RepositoryError}, of the given code if one is given. */
export function isRepositoryError(
  error: unknown,
  code?: RepositoryErrorCode,
): error is RepositoryError {
  return (
    error instanceof RepositoryError &&
    (code === undefined || error.code === code)
  );
}
