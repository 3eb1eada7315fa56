import { FieldPath, PathStep } from '../fields';

/**
 * The way down to the field being looked at. Keys are kept as plain strings:
 * nearly all paths are walked and never shown.
 */
export class PathStack {
  readonly #steps: Array<string | PathStep> = [];

  push(step: string | PathStep): void {
    this.#steps.push(step);
  }

  pop(): void {
    this.#steps.pop();
  }

  path(): FieldPath {
    return this.#steps.map(step =>
      typeof step === 'string' ? { type: 'key', key: step } : step,
    );
  }
}
