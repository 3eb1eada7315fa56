import { Button } from '@backstage/ui';
import { ChangeRequest } from '@stagecraft/plugin-environments-common';
import { ReactNode } from 'react';
import { useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { PersonName, ReasonChip, TimeAgo } from '../parts';
import styles from './RequestPage.module.css';
import { RequestActions } from './useRequestActions';

const TONES: Record<ChangeRequest['state'], Tone> = {
  open: 'positive',
  merged: 'announcement',
  closed: 'neutral',
};

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <span className={styles.fact}>
      <span className={ui.muted}>{props.label}</span> {props.children}
    </span>
  );
}

function Commit(props: { id: string }) {
  return (
    <span className={ui.mono} title={props.id}>
      {props.id.slice(0, 7)}
    </span>
  );
}

/** Type, service, title, state, and who did what when. */
export function RequestHead(props: {
  request: ChangeRequest;
  actions: RequestActions;
}) {
  const { request, actions } = props;
  const t = useT();
  return (
    <header>
      <p className={styles.kicker}>
        {t(`request.type.${request.type}`)} • {request.service}
      </p>
      <div className={styles.titleRow}>
        <h1 id="request-title" className={styles.title}>
          {request.title} <span className={ui.muted}>#{request.id}</span>
        </h1>
        {request.state === 'open' && request.may.close.allowed && (
          <Button
            variant="secondary"
            size="small"
            isDisabled={actions.busy}
            onPress={actions.close}
          >
            {t('request.merge.close')}
          </Button>
        )}
      </div>
      <div className={styles.facts}>
        <ReasonChip mark="request" tone={TONES[request.state]}>
          {t(`request.state.${request.state}`)}
        </ReasonChip>
        {request.from && (
          <Fact label={t('request.head.from')}>{request.from}</Fact>
        )}
        <Fact label={t('request.head.into')}>
          {request.to} <Commit id={request.baseCommit} />
        </Fact>
        <Fact label={t('request.head.author')}>
          <PersonName entityRef={request.author} />
        </Fact>
        <Fact label={t('request.head.opened')}>
          <TimeAgo at={request.openedAt} ago />
        </Fact>
        {request.mergedAt && (
          <Fact label={t('request.head.merged')}>
            <TimeAgo at={request.mergedAt} ago />
            {request.mergedBy && (
              <>
                {' '}
                {t('request.head.by')}{' '}
                <PersonName entityRef={request.mergedBy} />
              </>
            )}
          </Fact>
        )}
        {request.closedAt && (
          <Fact label={t('request.head.closed')}>
            <TimeAgo at={request.closedAt} ago />
          </Fact>
        )}
      </div>
    </header>
  );
}
