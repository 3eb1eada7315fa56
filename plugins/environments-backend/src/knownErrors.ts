import { ConflictError } from '@backstage/errors';
import { EngineError } from '@stagecraft/engine';
import { ErrorRequestHandler } from 'express';

/** What the engine refuses is a conflict with what the repository holds, told in its words. */
export function knownErrors(): ErrorRequestHandler {
  return (error, _req, _res, next) => {
    next(
      error instanceof EngineError ? new ConflictError(error.message) : error,
    );
  };
}
