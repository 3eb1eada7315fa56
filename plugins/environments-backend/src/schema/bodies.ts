import { InputError } from '@backstage/errors';
import {
  CreateChangeRequest,
  MergeRequest,
  PlanRequest,
  ReviewRequest,
} from '@stagecraft/plugin-environments-common';
import { z, ZodType } from 'zod';

const name = z.string().trim().min(1);

const decision = z.object({
  resource: name,
  path: z.string(),
  choose: z.enum(['source', 'target', 'value']),
  value: z.unknown().optional(),
});

const way = {
  from: name,
  to: name,
  resources: z.array(name).optional(),
  decisions: z.array(decision).optional(),
};

const plan = z.object(way).refine(({ from, to }) => from !== to, {
  message: 'from and to are the same environment',
  path: ['to'],
});

const words = {
  dryRun: z.boolean().optional(),
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().max(20_000).optional(),
};

const create = z
  .discriminatedUnion('type', [
    z.object({
      ...words,
      ...way,
      type: z.literal('promotion'),
      service: name,
    }),
    z.object({
      ...words,
      type: z.literal('claim'),
      service: name,
      environment: name,
      kind: name,
      name,
      parameters: z.record(z.string(), z.unknown()),
      composition: name.optional(),
    }),
  ])
  .refine(body => body.type !== 'promotion' || body.from !== body.to, {
    message: 'from and to are the same environment',
    path: ['to'],
  });

const commit = z.string().regex(/^[0-9a-f]{40}$/, 'must be a commit id');

const review = z.object({
  verdict: z.enum(['approve', 'requestChanges', 'comment']),
  comment: z.string().max(20_000).optional(),
  headCommit: commit.optional(),
});

const merge = z.object({
  headCommit: commit.optional(),
  dryRun: z.boolean().optional(),
});

function parse<T>(schema: ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const messages = result.error.issues.map(issue =>
    issue.path.length > 0
      ? `${issue.path.join('.')}: ${issue.message}`
      : issue.message,
  );
  throw new InputError(`The request is not valid. ${messages.join('; ')}`);
}

/** @throws InputError that names the field */
export function parsePlan(body: unknown): PlanRequest {
  return parse(plan, body);
}

/** @throws InputError that names the field */
export function parseCreate(body: unknown): CreateChangeRequest {
  return parse(create, body);
}

/** @throws InputError that names the field */
export function parseReview(body: unknown): ReviewRequest {
  return parse(review, body);
}

/** @throws InputError that names the field */
export function parseMerge(body: unknown): MergeRequest {
  return parse(merge, body);
}
