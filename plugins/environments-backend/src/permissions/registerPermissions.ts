import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  claimCreatePermission,
  changeRequestMergePermission,
  changeRequestReviewPermission,
  environmentPromotePermission,
  environmentReadPermission,
  environmentRefreshPermission,
} from '@stagecraft/plugin-environments-common';
import {
  EnvironmentResource,
  environmentPermissionResourceRef,
} from '@stagecraft/plugin-environments-node';
import { ServiceEntities } from '../environments';
import { isInEnvironment, isService, isServiceOwner } from './rules';

/** `<service>/<environment>`; the environment's name has no slash. */
async function resourceOf(
  ref: string,
  entities: ServiceEntities,
): Promise<EnvironmentResource | undefined> {
  const slash = ref.lastIndexOf('/');
  if (slash <= 0) return undefined;
  const service = ref.slice(0, slash);
  const entity = await entities.find(service);
  return {
    service,
    environment: ref.slice(slash + 1),
    owner: entity?.owner,
  };
}

/** Makes the plugin's permissions and rules known to policies. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  entities: ServiceEntities,
): void {
  registry.addPermissions([environmentRefreshPermission]);
  registry.addResourceType({
    resourceRef: environmentPermissionResourceRef,
    permissions: [
      environmentReadPermission,
      environmentPromotePermission,
      claimCreatePermission,
      changeRequestReviewPermission,
      changeRequestMergePermission,
    ],
    rules: [isInEnvironment, isService, isServiceOwner],
    getResources: refs =>
      Promise.all(refs.map(ref => resourceOf(ref, entities))),
  });
}
