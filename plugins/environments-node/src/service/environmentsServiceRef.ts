import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { EnvironmentsService } from './EnvironmentsService';
import { HttpEnvironmentsService } from './HttpEnvironmentsService';

/**
 * Reference to the environments backend for other plugins and modules.
 *
 * @public
 */
export const environmentsServiceRef = createServiceRef<EnvironmentsService>({
  id: 'environments.service',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      async factory(deps) {
        return HttpEnvironmentsService.create(deps);
      },
    }),
});
