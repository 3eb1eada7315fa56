import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { EnvironmentsService } from '../environments';
import { plainJson } from './plainJson';

/** Action: two environments field by field. */
export function createDiffEnvironmentsAction(options: {
  actionsRegistry: ActionsRegistryService;
  environments: EnvironmentsService;
}): void {
  options.actionsRegistry.register({
    name: 'diff',
    title: 'Compare two environments of a service',
    description:
      'Compares what Git says of a service in two environments, field by field. Every difference has a reason: expected, pending, unexpected or ahead, with the commit or rule behind it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe('Name of the service in the GitOps repository'),
          from: z.string().describe('The environment before, e.g. dev'),
          to: z.string().describe('The environment after, e.g. staging'),
        }),
      output: z =>
        z
          .object({ from: z.string(), to: z.string() })
          .passthrough()
          .describe('Resources with their differing fields, and counts'),
    },
    action: async ({ input, credentials }) => ({
      output: plainJson(
        await options.environments.compareEnvironments(input, { credentials }),
      ),
    }),
  });
}
