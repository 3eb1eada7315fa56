import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { EnvironmentsService } from '../environments';
import { plainJson } from './plainJson';

/** Action: where clusters differ from Git. */
export function createGetDriftAction(options: {
  actionsRegistry: ActionsRegistryService;
  environments: EnvironmentsService;
}): void {
  options.actionsRegistry.register({
    name: 'drift',
    title: 'Get the drift of a service',
    description:
      'Lists the fields in which clusters differ from Git, with both values, the cause, the field manager and the time. Resources that cannot be read are said to be unknown, never in sync.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe('Name of the service in the GitOps repository'),
          environment: z
            .string()
            .optional()
            .describe('Only this environment; all when absent'),
        }),
      output: z =>
        z
          .object({ service: z.string() })
          .passthrough()
          .describe('Drift by environment and resource'),
    },
    action: async ({ input, credentials }) => ({
      output: plainJson(
        await options.environments.getServiceDrift(input, { credentials }),
      ),
    }),
  });
}
