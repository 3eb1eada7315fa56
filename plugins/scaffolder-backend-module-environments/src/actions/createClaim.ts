import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { EnvironmentsService } from '@stagecraft/plugin-environments-node';
import { ClaimDescription } from './claims';
import { claimExamples } from './createClaim.examples';
import { describeOutcome, toOutcome } from './outcome';
import { outcomeOutputs } from './outputs';

/**
 * `environments:redis:create` and `environments:postgres:create` open a change
 * request that adds a claim to an environment. The parameters are those of the
 * XRD in the repository and are checked against it; a file or object that is
 * there already is never overwritten.
 */
export function createClaimAction(options: {
  environments: EnvironmentsService;
  portalUrl: string;
  claim: ClaimDescription;
}) {
  const { environments, portalUrl, claim } = options;
  return createTemplateAction({
    id: claim.id,
    description: `Opens the change request that adds a ${claim.noun} to an environment`,
    examples: claimExamples(claim),
    supportsDryRun: true,
    schema: {
      input: {
        service: z =>
          z.string({ description: 'Name of the service that it is for' }),
        environment: z =>
          z.string({
            description: 'Environment to add it to, usually the first',
          }),
        name: z =>
          z
            .string({ description: 'Name of the resource, a DNS label' })
            .max(63)
            .regex(
              /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
              'lower case letters, digits and dashes; starts and ends with a letter or digit',
            ),
        parameters: z =>
          z.record(z.unknown(), {
            description: `Parameters of the ${claim.kind}, as its XRD in the repository defines them`,
          }),
        composition: z =>
          z
            .string({
              description:
                'Composition to use; the default of the XRD when left out',
            })
            .optional(),
        title: z =>
          z.string({ description: 'Title of the request' }).optional(),
        description: z =>
          z.string({ description: 'Description of the request' }).optional(),
      },
      output: outcomeOutputs,
    },
    async handler(ctx) {
      const { service, environment, name } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const send = async () =>
        toOutcome(
          await environments.createChangeRequest(
            {
              type: 'claim',
              kind: claim.kind,
              ...ctx.input,
              dryRun: ctx.isDryRun,
            },
            { credentials },
          ),
          portalUrl,
        );

      const outcome = ctx.isDryRun
        ? await send()
        : await ctx.checkpoint({
            key: `${claim.id}.${service}.${environment}.${name}`,
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
