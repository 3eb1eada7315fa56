import { Container } from '@backstage/ui';
import { useServices } from '../../hooks';
import { FailedState } from '../parts';

/** All services of all repositories. */
export function ServicesPage() {
  const services = useServices();
  return (
    <Container>
      {services.status === 'error' && (
        <FailedState error={services.error} retry={services.refresh} />
      )}
      {services.status === 'loaded' && (
        <ul>
          {services.data.items.map(row => (
            <li key={row.service}>{row.service}</li>
          ))}
        </ul>
      )}
    </Container>
  );
}
