import { createPermission } from '@backstage/plugin-permission-common';

/** Type of the resource that environment permissions are about: `<service>/<environment>`. @public */
export const RESOURCE_TYPE_ENVIRONMENT = 'service-environment';

/** See what an environment of a service contains. @public */
export const environmentReadPermission = createPermission({
  name: 'environments.environment.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Open or update a promotion into an environment. @public */
export const environmentPromotePermission = createPermission({
  name: 'environments.environment.promote',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Ask for a new resource in an environment. @public */
export const claimCreatePermission = createPermission({
  name: 'environments.claim.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Review change requests into an environment. @public */
export const changeRequestReviewPermission = createPermission({
  name: 'environments.change-request.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Merge or close change requests into an environment. @public */
export const changeRequestMergePermission = createPermission({
  name: 'environments.change-request.merge',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ENVIRONMENT,
});

/** Ask for a new look at repository and clusters at once. @public */
export const environmentRefreshPermission = createPermission({
  name: 'environments.environment.refresh',
  attributes: { action: 'update' },
});

/** All permissions of the plugin, for registration. @public */
export const environmentsPermissions = [
  environmentReadPermission,
  environmentPromotePermission,
  claimCreatePermission,
  changeRequestReviewPermission,
  changeRequestMergePermission,
  environmentRefreshPermission,
];
