import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizedChangeRequests,
  UserOptions,
} from '../environments/AuthorizedChangeRequests';
import { plainJson } from './plainJson';

function isUser(
  credentials: BackstageCredentials,
): credentials is UserOptions['credentials'] {
  return (credentials.principal as { type?: string }).type === 'user';
}

/** Action: what a promotion would do. Writes nothing. */
export function createPlanPromotionAction(options: {
  actionsRegistry: ActionsRegistryService;
  changes: AuthorizedChangeRequests;
}): void {
  options.actionsRegistry.register({
    name: 'plan',
    title: 'Plan a promotion',
    description:
      'Says what a promotion between two environments would change, what it would keep and why, which fields need a decision, the exact file differences, and what the gates say. Writes nothing.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe('Name of the service in the GitOps repository'),
          from: z.string().describe('The environment to take from, e.g. dev'),
          to: z.string().describe('The environment to bring to, e.g. staging'),
          resources: z
            .array(z.string())
            .optional()
            .describe('Only these resources, as Kind/name; all when absent'),
        }),
      output: z =>
        z
          .object({ planId: z.string(), empty: z.boolean() })
          .passthrough()
          .describe('The plan'),
    },
    action: async ({ input, credentials }) => {
      if (!isUser(credentials)) {
        throw new NotAllowedError('Plans are made for a signed-in person.');
      }
      return {
        output: plainJson(
          await options.changes.planPromotion(input, { credentials }),
        ),
      };
    },
  });
}
