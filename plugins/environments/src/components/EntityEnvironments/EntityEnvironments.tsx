import { useService, useServiceEnvironments } from '../../hooks';
import { FailedState } from '../parts';

/** The tab of an entity. */
export function EntityEnvironments() {
  const { service } = useService();
  const environments = useServiceEnvironments(service);
  if (environments.status === 'error') {
    return (
      <FailedState error={environments.error} retry={environments.refresh} />
    );
  }
  return null;
}
