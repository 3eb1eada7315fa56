import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ENVIRONMENT } from '@stagecraft/plugin-environments-common';

/** An environment of a service, as permission rules see it. @public */
export interface EnvironmentResource {
  service: string;
  environment: string;
  /** Name of the group that owns the service, as the catalog says. */
  owner?: string;
}

/** What rules select by. @public */
export interface EnvironmentResourceQuery {
  services?: string[];
  environments?: string[];
  groups?: string[];
}

/**
 * Names environments to permission rules.
 *
 * @public
 */
export const environmentPermissionResourceRef = createPermissionResourceRef<
  EnvironmentResource,
  EnvironmentResourceQuery
>().with({
  pluginId: 'environments',
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});
