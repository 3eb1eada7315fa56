import { z } from 'zod';

/**
 * A step that writes to Git, noted before it is done. Whoever finds the note
 * later looks at Git and knows whether the step happened.
 */
export const intentSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('publish'),
    /** The branch's new head. */
    commit: z.string(),
    /** RFC 3339: when the step began. */
    at: z.string(),
    /** The content that goes with it; RequestContent as JSON. */
    content: z.object({
      title: z.string(),
      description: z.string(),
      trailers: z.array(z.string()),
      baseCommit: z.string(),
      headCommit: z.string(),
      content: z.string(),
      fields: z.array(z.unknown()),
      files: z.array(z.unknown()),
    }),
  }),
  z.object({
    type: z.literal('merge'),
    /** The commit that the target branch is to get. */
    commit: z.string(),
    by: z.string(),
    at: z.string(),
  }),
]);

/** See {@link intentSchema}. */
export type Intent = z.infer<typeof intentSchema>;
