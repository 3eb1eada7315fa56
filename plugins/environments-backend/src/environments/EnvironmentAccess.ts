import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  claimCreatePermission,
  changeRequestMergePermission,
  changeRequestReviewPermission,
  environmentPromotePermission,
  environmentReadPermission,
} from '@stagecraft/plugin-environments-common';

/** Names an environment of a service to the permission system. */
export function environmentRef(service: string, environment: string): string {
  return `${service}/${environment}`;
}

const ACTS: ReadonlyMap<string, string> = new Map([
  [environmentReadPermission.name, 'see'],
  [environmentPromotePermission.name, 'promote into'],
  [claimCreatePermission.name, 'ask for resources in'],
  [changeRequestReviewPermission.name, 'review change requests into'],
  [changeRequestMergePermission.name, 'merge or close change requests into'],
]);

/** An environment of a service. */
export interface EnvironmentPlace {
  readonly service: string;
  readonly environment: string;
}

/** Asks what the caller may do with environments. */
export class EnvironmentAccess {
  readonly #permissions: PermissionsService;

  constructor(permissions: PermissionsService) {
    this.#permissions = permissions;
  }

  /** Those of the places for which the caller has the permission. */
  async allowed(
    permission: ResourcePermission,
    places: readonly EnvironmentPlace[],
    credentials: BackstageCredentials,
  ): Promise<(service: string, environment: string) => boolean> {
    const refs = [
      ...new Set(
        places.map(place => environmentRef(place.service, place.environment)),
      ),
    ];
    const decisions =
      refs.length === 0
        ? []
        : await this.#permissions.authorize(
            refs.map(resourceRef => ({ permission, resourceRef })),
            { credentials },
          );
    const allowed = new Set(
      refs.filter((_, i) => decisions[i].result === AuthorizeResult.ALLOW),
    );
    return (service, environment) =>
      allowed.has(environmentRef(service, environment));
  }

  /** @throws NotAllowedError that says what the caller may not do */
  async require(
    permission: ResourcePermission,
    place: EnvironmentPlace,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const allowed = await this.allowed(permission, [place], credentials);
    if (!allowed(place.service, place.environment)) {
      const act = ACTS.get(permission.name) ?? permission.name;
      throw new NotAllowedError(
        `You may not ${act} ${place.environment} of ${place.service} (${permission.name}).`,
      );
    }
  }
}
