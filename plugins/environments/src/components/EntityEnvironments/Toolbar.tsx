import { ButtonIcon, ButtonLink } from '@backstage/ui';
import {
  RiAddLine,
  RiLayoutColumnLine,
  RiResetRightLine,
} from '@remixicon/react';
import {
  RepositoryState,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { ReactNode } from 'react';
import { useLinks, useT } from '../../hooks';
import { createResourceRouteRef } from '../../routes';
import { useRouteRef } from '../../routing';
import { useNow } from '../../time';
import { AppLink, Mark, RevisionLink, isWebAddress, timeText } from '../parts';
import styles from './EnvironmentsTab.module.css';

function RepositoryLine(props: { repository: RepositoryState }) {
  const t = useT();
  const now = useNow();
  const { name, url, branch, head, readAt, error } = props.repository;
  const read =
    readAt &&
    t('environments.toolbar.read', {
      age: timeText(t, readAt, now, { ago: true }),
    });
  return (
    <div className={styles.repository}>
      <Mark name="branch" tone="neutral" size={16} />
      <span>
        {url && isWebAddress(url) ? <AppLink href={url}>{name}</AppLink> : name}{' '}
        {head && (
          <>
            {t('environments.toolbar.at', { branch })}{' '}
            <RevisionLink commit={head} repositoryUrl={url} />
          </>
        )}
        {error ? (
          <span data-tone="warning" className={styles.error}>
            {', '}
            {t('environments.toolbar.unread', { error })}
          </span>
        ) : (
          read && `, ${read}`
        )}
      </span>
    </div>
  );
}

/** The two environments that are worth comparing first. */
function comparedFirst(
  answer: ServiceEnvironments,
): { from: string; to: string } | undefined {
  return answer.steps.find(step => step.changes > 0) ?? answer.steps[0];
}

/** Where the cards come from, and what one can do with all of them. */
export function Toolbar(props: {
  answer: ServiceEnvironments;
  entityRef: string;
  onRefresh(): void;
  extra?: ReactNode;
}) {
  const t = useT();
  const links = useLinks();
  const createRoute = useRouteRef(createResourceRouteRef);
  const { answer, entityRef, onRefresh, extra } = props;
  const pair = comparedFirst(answer);
  return (
    <div className={styles.toolbar}>
      <RepositoryLine repository={answer.repository} />
      <div className={styles.actions}>
        {extra}
        {pair && (
          <ButtonLink
            size="small"
            variant="secondary"
            iconStart={<RiLayoutColumnLine />}
            href={links.compare(entityRef, pair.from, pair.to)}
          >
            {t('environments.toolbar.compare')}
          </ButtonLink>
        )}
        {createRoute && answer.permissions.createClaim && (
          <ButtonLink
            size="small"
            variant="secondary"
            iconStart={<RiAddLine />}
            href={createRoute()}
          >
            {t('environments.toolbar.request')}
          </ButtonLink>
        )}
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiResetRightLine />}
          aria-label={t('environments.toolbar.refresh')}
          onPress={onRefresh}
        />
      </div>
    </div>
  );
}
