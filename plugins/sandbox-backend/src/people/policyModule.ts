import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { SandboxPolicy } from './SandboxPolicy';

/** Gives the portal the permission policy of the sandbox. @public */
export const sandboxPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'sandbox-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new SandboxPolicy());
      },
    });
  },
});
