import { ManifestError } from '../errors';

/** An error with the offset at which it was met. */
export class ReadingError extends ManifestError {
  readonly offset: number;

  constructor(code: string, message: string, offset: number) {
    super(code, message);
    this.offset = offset;
  }
}
