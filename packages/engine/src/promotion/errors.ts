import { EngineError } from '../errors';

/**
 * A text that cannot be edited without risk. Callers of a merge or a plan get
 * it as the status `refused`; `setFields` throws it.
 */
export class EditError extends EngineError {}

/**
 * Why an edit was refused. Anything that is no refusal is thrown again; a
 * stack that is too small for the nesting of a file is one.
 */
export function refusal(error: unknown): string {
  if (error instanceof EngineError) return error.message;
  if (error instanceof RangeError) return 'the file is nested too deeply';
  throw error;
}
