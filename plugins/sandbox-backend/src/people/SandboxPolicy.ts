import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/** Teams whose members may create, promote, review and merge. */
const TEAMS = new Set([
  'group:default/identity-team',
  'group:default/payments-team',
  'group:default/platform-team',
]);

/** Everybody who is signed in may look; members of a team may change things. */
export class SandboxPolicy implements PermissionPolicy {
  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };
    const reads = request.permission.attributes.action === 'read';
    const member = user.info.ownershipEntityRefs.some(ref => TEAMS.has(ref));
    return {
      result: reads || member ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    };
  }
}
