import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { EnvironmentsService } from '../environments';
import { plainJson } from './plainJson';

/** Action: every service in one line each. */
export function createListServicesAction(options: {
  actionsRegistry: ActionsRegistryService;
  environments: EnvironmentsService;
}): void {
  options.actionsRegistry.register({
    name: 'list-services',
    title: 'List services and their environments',
    description:
      'Lists the services of the GitOps repositories, those that need attention first, with health, drift, undeployed changes and hotfix debt in every environment.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .optional()
            .describe('Only services whose name contains this text'),
        }),
      output: z =>
        z.object({
          environments: z
            .array(z.string())
            .describe('Names of the environments in promotion order'),
          services: z
            .array(z.object({ service: z.string() }).passthrough())
            .describe('One row per service, with one cell per environment'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { environments, items } = await options.environments.listServices({
        credentials,
      });
      const services = items.filter(({ service }) =>
        service.includes(input.service ?? ''),
      );
      return { output: plainJson({ environments, services }) };
    },
  });
}
