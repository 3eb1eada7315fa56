import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { environmentsServiceRef } from '@stagecraft/plugin-environments-node';
import {
  createClaimAction,
  createPromoteAction,
  postgresClaim,
  redisClaim,
} from './actions';

/**
 * Brings `environments:promote`, `environments:redis:create` and
 * `environments:postgres:create` to the scaffolder.
 *
 * @public
 */
export const environmentsScaffolderModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'environments',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        environments: environmentsServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ scaffolder, environments, config }) {
        const portalUrl = config.getString('app.baseUrl');
        scaffolder.addActions(
          createPromoteAction({ environments, portalUrl }),
          createClaimAction({ environments, portalUrl, claim: redisClaim }),
          createClaimAction({ environments, portalUrl, claim: postgresClaim }),
        );
      },
    });
  },
});
