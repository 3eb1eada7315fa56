import { useApi } from '@backstage/frontend-plugin-api';
import { EnvironmentsChanged } from '@stagecraft/plugin-environments-common';
import { environmentsApiRef } from '../api';
import { useLive } from './useLive';

function about(service: string) {
  return (change: EnvironmentsChanged) =>
    !change.services || change.services.includes(service);
}

/** The cards of one service. */
export function useServiceEnvironments(service: string) {
  const api = useApi(environmentsApiRef);
  return useLive(
    `environments ${service}`,
    () => api.getServiceEnvironments(service),
    about(service),
  );
}

/** Two environments of a service, field by field. */
export function useComparison(service: string, from: string, to: string) {
  const api = useApi(environmentsApiRef);
  return useLive(
    `compare ${service} ${from} ${to}`,
    () => api.compareEnvironments(service, { from, to }),
    about(service),
  );
}

/** One resource of an environment; `resource` is `Kind/name`. */
export function useResource(
  service: string,
  environment: string,
  resource: string,
) {
  const api = useApi(environmentsApiRef);
  return useLive(
    `resource ${service} ${environment} ${resource}`,
    () => api.getResource(service, { environment, resource }),
    about(service),
  );
}

/** All services. */
export function useServices() {
  const api = useApi(environmentsApiRef);
  return useLive('services', () => api.listServices());
}

/** The drift ledger of all services. */
export function useDrift() {
  const api = useApi(environmentsApiRef);
  return useLive('drift', () => api.listDrift());
}

/** All open change requests, or those of one service. */
export function useChangeRequests(
  options: { service?: string; state?: 'open' | 'merged' | 'closed' } = {},
) {
  const api = useApi(environmentsApiRef);
  return useLive(
    `requests ${options.service ?? ''} ${options.state ?? ''}`,
    () => api.listChangeRequests(options),
  );
}

/** One change request. */
export function useChangeRequest(id: number) {
  const api = useApi(environmentsApiRef);
  return useLive(
    `request ${id}`,
    () => api.getChangeRequest(id),
    change => !change.requests || change.requests.includes(id),
  );
}
