import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  ClusterDetails,
  environmentsClustersExtensionPoint,
  environmentsForgeExtensionPoint,
} from '@stagecraft/plugin-environments-node';
import { registerActions } from './actions';
import { ForgeRegistry } from './changes';
import { createBackendRooms } from './createBackendRooms';
import { registerPermissions } from './permissions';
import { scheduleRefresh } from './refresh';
import { createRouter } from './router';
import { loadOpenApi } from './schema/loadOpenApi';

/**
 * Reads GitOps repositories and clusters, says how environments differ and
 * drift, and opens, reviews and merges change requests between them.
 *
 * @public
 */
export const environmentsPlugin = createBackendPlugin({
  pluginId: 'environments',
  register(env) {
    const forges = new ForgeRegistry();
    const clusterProviders: Array<() => Promise<ClusterDetails[]>> = [];
    env.registerExtensionPoint(environmentsForgeExtensionPoint, forges);
    env.registerExtensionPoint(environmentsClustersExtensionPoint, {
      addClusters: provider => {
        clusterProviders.push(provider);
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { httpRouter, lifecycle, events, scheduler } = deps;
        const provided = await Promise.all(
          clusterProviders.map(provider => provider()),
        );
        const rooms = await createBackendRooms({
          ...deps,
          forges,
          clusters: provided.flat(),
        });
        registerPermissions(deps.permissionsRegistry, rooms.entities);
        registerActions({ ...deps, ...rooms });
        httpRouter.use(
          createRouter({ ...deps, ...rooms, spec: await loadOpenApi() }),
        );
        await scheduleRefresh({
          refresher: rooms.refresher,
          scheduler,
          events,
          pollSeconds: rooms.config.pollSeconds,
        });
        lifecycle.addStartupHook(() => rooms.refresher.start());
        lifecycle.addShutdownHook(() => rooms.stop());
      },
    });
  },
});
