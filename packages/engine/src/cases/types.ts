import type { DriftInput } from '../drift';
import { JsonObject } from '../fields';

/** One case of a case file, as written. */
export type Case = JsonObject;

/** What stands in a case file besides its cases, e.g. definitions they name. */
export type CaseFileHead = JsonObject;

/** Answers from outside of the engine that some cases need. */
export type CaseAids = { readonly jq?: DriftInput['jq'] };

/** Runs one case; the differences it found, none when the case passes. */
export type RunCase = (
  item: Case,
  head: CaseFileHead,
  aids: CaseAids,
) => string[];
