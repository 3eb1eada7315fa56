import { JqPath } from '@stagecraft/engine';
import { z } from 'zod';

/** What an expression selects in one object, or jq's words why it cannot. */
export type Selection =
  | { readonly state: 'paths'; readonly paths: readonly JqPath[] }
  | { readonly state: 'error'; readonly reason: string };

const step = z.union([
  z.string(),
  z.number(),
  z.object({ start: z.number().nullable(), end: z.number().nullable() }),
]);

const output = z.array(
  z.union([z.array(z.array(step)), z.object({ error: z.string() })]),
);

/**
 * Reads what jq printed, one selection per input.
 *
 * @throws when it is not what the worker's program prints
 */
export function readOutput(text: string): Selection[] {
  return output
    .parse(JSON.parse(text))
    .map(item =>
      Array.isArray(item)
        ? { state: 'paths', paths: item }
        : { state: 'error', reason: item.error },
    );
}
