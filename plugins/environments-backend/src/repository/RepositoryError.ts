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

/** A repository operation failed. The message holds no credentials. */
export class RepositoryError extends CustomErrorBase {
  name = 'RepositoryError' as const;
  readonly code: RepositoryErrorCode;

  constructor(code: RepositoryErrorCode, message: string, cause?: unknown) {
    super(message, cause);
    this.code = code;
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
