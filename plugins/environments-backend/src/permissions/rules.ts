import { createPermissionRule } from '@backstage/plugin-permission-node';
import { environmentPermissionResourceRef } from '@stagecraft/plugin-environments-node';
import { z } from 'zod/v3';

/** Allows by the environment's name, e.g. everybody may promote into dev and staging. */
export const isInEnvironment = createPermissionRule({
  name: 'IS_IN_ENVIRONMENT',
  description: 'Allow when the environment is one of these',
  resourceRef: environmentPermissionResourceRef,
  paramsSchema: z.object({
    environments: z
      .array(z.string())
      .describe('Names of environments, as in Git'),
  }),
  apply: (resource, { environments }) =>
    environments.includes(resource.environment),
  toQuery: ({ environments }) => ({ environments }),
});

/** Allows by the service's name. */
export const isService = createPermissionRule({
  name: 'IS_SERVICE',
  description: 'Allow when the service is one of these',
  resourceRef: environmentPermissionResourceRef,
  paramsSchema: z.object({
    services: z.array(z.string()).describe('Names of services, as in Git'),
  }),
  apply: (resource, { services }) => services.includes(resource.service),
  toQuery: ({ services }) => ({ services }),
});

/** Allows by the owner of the catalog entity that stands for the service. */
export const isServiceOwner = createPermissionRule({
  name: 'IS_SERVICE_OWNER',
  description: 'Allow when the service is owned by one of these groups',
  resourceRef: environmentPermissionResourceRef,
  paramsSchema: z.object({
    groups: z
      .array(z.string())
      .describe('Entity refs or names of groups, e.g. identity-team'),
  }),
  apply: ({ owner }, { groups }) =>
    owner !== undefined &&
    groups.some(group => group.slice(group.lastIndexOf('/') + 1) === owner),
  toQuery: ({ groups }) => ({ groups }),
});
