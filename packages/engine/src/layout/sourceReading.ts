import { Manifest } from '../manifests';
import { LayoutProblem } from './types';

/** What a source delivers, and what is to say of it. */
export interface SourceReading {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly LayoutProblem[];
  /** The application has no desired state at all because of this source. */
  readonly blocked: boolean;
}

export const NOTHING: SourceReading = {
  manifests: [],
  problems: [],
  blocked: false,
};

/** What the source delivers is not known here; the rest of the application is. */
export function unknownPart(problem: LayoutProblem): SourceReading {
  return { ...NOTHING, problems: [problem] };
}

/** Argo CD gives up on the application. */
export function blocked(problem: LayoutProblem): SourceReading {
  return { manifests: [], problems: [problem], blocked: true };
}
