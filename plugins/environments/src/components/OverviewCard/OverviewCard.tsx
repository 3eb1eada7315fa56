import { stringifyEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { RiNodeTree } from '@remixicon/react';
import {
  SERVICE_ANNOTATION,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { Fragment, ReactNode } from 'react';
import { isNotFound } from '../../api/errors';
import {
  useLinks,
  useService,
  useServiceEnvironments,
  useT,
} from '../../hooks';
import { ui } from '../../styles';
import { AppLink, EmptyState, FailedState, Mark } from '../parts';
import { nextStep } from '../Pipeline';
import { EnvironmentLine } from './EnvironmentLine';
import styles from './OverviewCard.module.css';
import { OverviewFoot } from './OverviewFoot';
import { OverviewSkeleton } from './OverviewSkeleton';
import { overviewLines } from './overviewLines';
import { StepLine } from './StepLine';

function Lines(props: {
  answer: ServiceEnvironments;
  entityRef: string;
  onRetry(): void;
}) {
  const { answer, entityRef, onRetry } = props;
  const lines = overviewLines(answer);
  const next = nextStep(answer);
  return (
    <>
      {lines.map(line => (
        <Fragment key={line.stage}>
          {line.step && (
            <StepLine
              step={line.step}
              next={line.step === next}
              entityRef={entityRef}
            />
          )}
          <EnvironmentLine line={line} />
        </Fragment>
      ))}
      <OverviewFoot answer={answer} lines={lines} onRetry={onRetry} />
    </>
  );
}

function NotConnected(props: { service: string; href: string }) {
  const t = useT();
  return (
    <EmptyState
      icon={<RiNodeTree size={20} aria-hidden />}
      title={t('overview.noneTitle')}
      action={
        <ButtonLink
          size="small"
          variant="secondary"
          className={ui.tight}
          href={props.href}
        >
          {t('overview.how')}
        </ButtonLink>
      }
    >
      {t('overview.noneAdd')}{' '}
      <code>
        {SERVICE_ANNOTATION}: {props.service}
      </code>{' '}
      {t('overview.noneTo')}
    </EmptyState>
  );
}

/** Small card of an entity: one line per environment, one per step. */
export function OverviewCard() {
  const t = useT();
  const links = useLinks();
  const { entity, service } = useService();
  const environments = useServiceEnvironments(service);
  const entityRef = stringifyEntityRef(entity);
  const tab = links.tab(entityRef);
  let content: ReactNode;
  if (environments.status === 'loading') {
    content = <OverviewSkeleton />;
  } else if (environments.status === 'loaded') {
    const { data, refresh } = environments;
    content =
      data.environments.length > 0 ? (
        <Lines answer={data} entityRef={entityRef} onRetry={refresh} />
      ) : (
        <NotConnected service={service} href={tab} />
      );
  } else if (isNotFound(environments.error)) {
    content = <NotConnected service={service} href={tab} />;
  } else {
    content = (
      <FailedState error={environments.error} retry={environments.refresh} />
    );
  }
  return (
    <EntityInfoCard
      title={t('overview.title')}
      headerActions={
        <AppLink href={tab} className={styles.open}>
          {t('overview.open')}
          <Mark name="right" />
        </AppLink>
      }
    >
      <div className={styles.body}>{content}</div>
    </EntityInfoCard>
  );
}
