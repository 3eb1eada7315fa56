import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { EnvironmentsService } from '@stagecraft/plugin-environments-node';
import { promoteExamples } from './createPromote.examples';
import { describeOutcome, toOutcome } from './outcome';
import { outcomeOutputs } from './outputs';

/**
 * `environments:promote` opens, or updates, the change request that moves a
 * service's changes from one environment to the next. It makes the same plan
 * as the promote dialog: the target keeps its own values, and fields that both
 * sides changed must be decided in `decisions`.
 */
export function createPromoteAction(options: {
  environments: EnvironmentsService;
  portalUrl: string;
}) {
  const { environments, portalUrl } = options;
  return createTemplateAction({
    id: 'environments:promote',
    description:
      'Opens or updates the change request that promotes a service from one environment to the next',
    examples: promoteExamples,
    supportsDryRun: true,
    schema: {
      input: {
        service: z =>
          z.string({ description: 'Name of the service, e.g. user-service' }),
        from: z =>
          z.string({ description: 'Environment to take changes from' }),
        to: z => z.string({ description: 'Environment to bring them to' }),
        resources: z =>
          z
            .array(z.string(), {
              description:
                'Only these resources, each as Kind/name; all of them when left out',
            })
            .optional(),
        decisions: z =>
          z
            .array(
              z.object({
                resource: z.string({ description: 'Kind/name' }),
                path: z.string({ description: 'Path of the field' }),
                choose: z.enum(['source', 'target', 'value'], {
                  description: 'Take, keep, or write another value',
                }),
                value: z
                  .any({ description: 'With "value": what to write' })
                  .optional(),
              }),
              { description: 'What to do with fields that both sides changed' },
            )
            .optional(),
        title: z =>
          z.string({ description: 'Title of the request' }).optional(),
        description: z =>
          z.string({ description: 'Description of the request' }).optional(),
      },
      output: outcomeOutputs,
    },
    async handler(ctx) {
      const { service, from, to } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const send = async () =>
        toOutcome(
          await environments.createChangeRequest(
            { type: 'promotion', ...ctx.input, dryRun: ctx.isDryRun },
            { credentials },
          ),
          portalUrl,
        );

      const outcome = ctx.isDryRun
        ? await send()
        : await ctx.checkpoint({
            key: `environments.promote.${service}.${from}.${to}`,
            fn: send,
          });

      ctx.logger.info(describeOutcome(outcome));
      ctx.output('outcome', outcome.outcome);
      ctx.output('title', outcome.title);
      ctx.output('files', outcome.files);
      ctx.output('number', outcome.number);
      ctx.output('url', outcome.url);
    },
  });
}
