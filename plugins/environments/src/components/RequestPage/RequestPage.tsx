import { Container, Skeleton } from '@backstage/ui';
import { ChangeRequest } from '@stagecraft/plugin-environments-common';
import { useChangeRequest, useT } from '../../hooks';
import { useParams } from '../../routing';
import { FailedState } from '../parts';
import { ChangesCard } from './ChangesCard';
import { FilesCard } from './FilesCard';
import { GatesCard } from './GatesCard';
import { MergeBox } from './MergeBox';
import { ProvenanceCard } from './ProvenanceCard';
import { RequestHead } from './RequestHead';
import styles from './RequestPage.module.css';
import { ReviewsCard } from './ReviewsCard';
import { useRequestActions } from './useRequestActions';

/** One change request of the built-in forge. */
export function RequestPage() {
  const t = useT();
  const id = Number(useParams().id);
  const reading = useChangeRequest(id);

  return (
    <Container>
      {reading.status === 'loading' && (
        <Skeleton height={320} aria-label={t('request.loading')} />
      )}
      {reading.status === 'error' && (
        <FailedState error={reading.error} retry={reading.refresh} />
      )}
      {reading.status === 'loaded' && (
        <RequestContent request={reading.data} refresh={reading.refresh} />
      )}
    </Container>
  );
}

function RequestContent(props: { request: ChangeRequest; refresh(): void }) {
  const { request } = props;
  const actions = useRequestActions(request, props.refresh);
  return (
    <article className={styles.page} aria-labelledby="request-title">
      <RequestHead request={request} actions={actions} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {request.fields.length > 0 && <ChangesCard request={request} />}
          <FilesCard files={request.files} />
        </div>
        <aside className={styles.column}>
          <MergeBox request={request} actions={actions} />
          <GatesCard gates={request.gates} />
          <ReviewsCard request={request} actions={actions} />
          <ProvenanceCard request={request} />
        </aside>
      </div>
    </article>
  );
}
