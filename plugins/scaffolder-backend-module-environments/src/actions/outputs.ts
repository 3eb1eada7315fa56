import { z } from 'zod/v3';

type Z = typeof z;

/** Outputs that every action of this module has. */
export const outcomeOutputs = {
  outcome: (zod: Z) =>
    zod.enum(['created', 'updated', 'unchanged', 'nothingToDo', 'dryRun'], {
      description: 'What became of it',
    }),
  title: (zod: Z) =>
    zod.string({ description: 'Title of the request, or why there is none' }),
  files: (zod: Z) =>
    zod.array(zod.string(), { description: 'Files that the request changes' }),
  number: (zod: Z) =>
    zod.number({ description: 'Number of the change request' }).optional(),
  url: (zod: Z) =>
    zod.string({ description: 'Its page in the portal' }).optional(),
};
