import { ChangeRequestResult } from '@stagecraft/plugin-environments-common';

/**
 * What a template can use of an answer. Small and plain, so that it survives
 * as the result of a checkpoint.
 */
export type Outcome = {
  outcome: ChangeRequestResult['outcome'];
  title: string;
  files: string[];
  number?: number;
  url?: string;
};

/** Boils an answer of the environments backend down to an action's outputs. */
export function toOutcome(
  result: ChangeRequestResult,
  portalUrl: string,
): Outcome {
  switch (result.outcome) {
    case 'nothingToDo':
      return { outcome: result.outcome, title: result.reason, files: [] };
    case 'dryRun':
      return {
        outcome: result.outcome,
        title: result.preview.title,
        files: result.preview.files.map(file => file.path),
      };
    default: {
      const { request } = result;
      return {
        outcome: result.outcome,
        title: request.title,
        files: request.files.map(file => file.path),
        number: request.id,
        url: `${portalUrl}/environments/requests/${request.id}`,
      };
    }
  }
}

/** One line for the task's log. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'created':
      return `Change request #${outcome.number} opened: ${outcome.title}`;
    case 'updated':
      return `Change request #${outcome.number} updated: ${outcome.title}`;
    case 'unchanged':
      return `Change request #${outcome.number} already says this: ${outcome.title}`;
    case 'dryRun':
      return `Dry run, nothing written. Would open "${
        outcome.title
      }" with ${outcome.files.join(', ')}`;
    default:
      return `Nothing to do: ${outcome.title}`;
  }
}
