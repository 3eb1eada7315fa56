import { FieldPath, PathStep } from '../fields';

// Steps of names that many objects have. Names in manifests are not bounded,
// so the number kept is.
const known = new Map<string, PathStep>();
const MOST_KNOWN = 10_000;

function keyStep(key: string): PathStep {
  let step = known.get(key);
  if (!step) {
    step = { type: 'key', key };
    if (known.size < MOST_KNOWN) known.set(key, step);
  }
  return step;
}

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
      typeof step === 'string' ? keyStep(step) : step,
    );
  }
}
