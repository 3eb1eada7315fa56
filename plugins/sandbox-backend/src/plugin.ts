import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { readSandboxConfig } from './config';
import { sandboxControlPermission } from './people/permissions';
import { createRouter } from './routes/createRouter';
import { World } from './world';

/** The embedded world: repository, clusters, and what runs in them. @public */
export const sandboxPlugin = createBackendPlugin({
  pluginId: 'sandbox',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        lifecycle: coreServices.lifecycle,
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { logger } = deps;
        const config = readSandboxConfig(deps.config);
        const world = await World.start({ config, logger });
        deps.lifecycle.addShutdownHook(() => world.stop());
        deps.permissionsRegistry.addPermissions([sandboxControlPermission]);
        deps.httpRouter.use(createRouter({ ...deps, world }));
        logger.info(
          `The sandbox serves its clusters at ${world.server.url}/clusters and its repository at ${world.repository.path}`,
        );
      },
    });
  },
});
