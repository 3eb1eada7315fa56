import { Container } from '@backstage/ui';
import { useChangeRequests, useLinks } from '../../hooks';
import { AppLink, FailedState } from '../parts';

/** Change requests of all services. */
export function RequestsPage() {
  const requests = useChangeRequests();
  const links = useLinks();
  return (
    <Container>
      {requests.status === 'error' && (
        <FailedState error={requests.error} retry={requests.refresh} />
      )}
      {requests.status === 'loaded' && (
        <ul>
          {requests.data.items.map(head => (
            <li key={head.id}>
              <AppLink href={links.request(head)}>#{head.id}</AppLink>{' '}
              {head.title}
            </li>
          ))}
        </ul>
      )}
    </Container>
  );
}
