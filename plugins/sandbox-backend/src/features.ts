import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { isSandboxEnabled } from './config';
import { sandboxAuthModule } from './people/authModule';
import { sandboxPolicyModule } from './people/policyModule';
import { sandboxPlugin } from './plugin';

/**
 * The whole sandbox: the plugin, sign-in as one of its people, and what they
 * may do. Nothing of it is there unless `sandbox.enabled` is true.
 *
 * @public
 */
export const sandboxFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (!isSandboxEnabled(config)) return;
    yield sandboxPlugin;
    yield sandboxAuthModule;
    yield sandboxPolicyModule;
  },
});
