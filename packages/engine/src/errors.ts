/**
 * The base of everything the engine throws. `code` is stable and meant for
 * programs, `message` for people.
 */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A text that cannot be read as one YAML or JSON document. */
export class ManifestError extends EngineError {
  /** 1-based line in the text, if known. */
  readonly line?: number;
  /** 1-based column in the text, if known. */
  readonly column?: number;

  constructor(
    code: string,
    message: string,
    position?: { line: number; column: number },
  ) {
    super(code, message);
    this.line = position?.line;
    this.column = position?.column;
  }
}

/** Does something with nested values; refuses what is nested beyond the stack. */
export function withinStack<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EngineError('too-deep', 'The object is nested too deeply.');
  }
}
