import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { EnvironmentsService } from '../environments';
import { plainJson } from './plainJson';

/** Action: a service in every environment. */
export function createGetEnvironmentsAction(options: {
  actionsRegistry: ActionsRegistryService;
  environments: EnvironmentsService;
}): void {
  options.actionsRegistry.register({
    name: 'get-environments',
    title: 'Get the environments of a service',
    description:
      'Says what is in each environment of a service: resources with their telling values and where they stand in Git, health, deployment, drift, open change requests, hotfix debt, and what waits to be promoted.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe('Name of the service in the GitOps repository'),
        }),
      output: z =>
        z
          .object({ service: z.string() })
          .passthrough()
          .describe(
            'The environments in promotion order, and the ways between',
          ),
    },
    action: async ({ input, credentials }) => ({
      output: plainJson(
        await options.environments.getServiceEnvironments(input, {
          credentials,
        }),
      ),
    }),
  });
}
