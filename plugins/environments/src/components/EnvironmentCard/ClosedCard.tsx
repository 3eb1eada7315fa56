import { BgProvider, ButtonLink } from '@backstage/ui';
import { ServiceEnvironment } from '@stagecraft/plugin-environments-common';
import { useId } from 'react';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { EmptyState, Mark } from '../parts';
import { CardHead } from './CardHead';
import styles from './EnvironmentCard.module.css';

type Closed = Exclude<ServiceEnvironment, { state: 'read' }>;

/** Entity reference of the team that can help. */
export function ownerRef(owner: string): string {
  return owner.includes(':') ? owner : `group:default/${owner}`;
}

/** An environment that may not be seen or does not have the service; it keeps its place in the pipeline. */
export function ClosedCard(props: { environment: Closed; entityRef: string }) {
  const t = useT();
  const links = useLinks();
  const id = useId();
  const { environment, entityRef } = props;
  return (
    <BgProvider bg="neutral-1">
      <article
        className={styles.card}
        aria-label={t('environments.card.name', {
          environment: environment.name,
        })}
      >
        <CardHead name={environment.name} id={id} entityRef={entityRef} />
        <div className={styles.closed}>
          {environment.state === 'denied' ? (
            <EmptyState
              icon={<Mark name="lock" size={20} />}
              title={t('environments.denied.title', {
                environment: environment.name,
              })}
              action={
                environment.owner && (
                  <ButtonLink
                    variant="secondary"
                    size="small"
                    className={ui.tight}
                    href={links.entity(ownerRef(environment.owner))}
                  >
                    {t('environments.denied.ask', { owner: environment.owner })}
                  </ButtonLink>
                )
              }
            >
              {t('environments.denied.exists')}{' '}
              <code>{environment.permission}</code>{' '}
              {t('environments.denied.for', { environment: environment.name })}
            </EmptyState>
          ) : (
            <EmptyState title={t('environments.card.empty')}>
              {environment.detail}
            </EmptyState>
          )}
        </div>
      </article>
    </BgProvider>
  );
}
