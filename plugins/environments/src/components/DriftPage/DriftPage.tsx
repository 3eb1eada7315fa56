import { Container } from '@backstage/ui';
import { useDrift } from '../../hooks';
import { FailedState, FieldPathText } from '../parts';

/** Every drifted field of every service. */
export function DriftPage() {
  const drift = useDrift();
  return (
    <Container>
      {drift.status === 'error' && (
        <FailedState error={drift.error} retry={drift.refresh} />
      )}
      {drift.status === 'loaded' && (
        <ul>
          {drift.data.items.map(row => (
            <li key={`${row.environment} ${row.resource} ${row.path}`}>
              {row.service} {row.environment} {row.resource}{' '}
              <FieldPathText path={row.path} />
            </li>
          ))}
        </ul>
      )}
    </Container>
  );
}
