import {
  DifferenceReason,
  ServiceEnvironmentRead,
} from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { CountLink, Mark } from '../parts';
import styles from './EnvironmentCard.module.css';

const ORDER: DifferenceReason[] = [
  'expected',
  'pending',
  'unexpected',
  'ahead',
];

/** Differences against the environment before, by reason; what is meant is quiet. */
export function ComparedSection(props: {
  environment: ServiceEnvironmentRead;
  first: boolean;
  entityRef: string;
}) {
  const t = useT();
  const links = useLinks();
  const { environment, first, entityRef } = props;
  const compared = environment.comparedWith;
  if (!compared) {
    return (
      <section className={styles.section}>
        <h3>
          {first
            ? t('environments.compared.first')
            : t('environments.compared.none')}
        </h3>
        {first && (
          <div className={ui.muted}>{t('environments.compared.starts')}</div>
        )}
      </section>
    );
  }
  const shown = ORDER.filter(reason => compared.counts[reason] > 0);
  const { unknown } = compared.counts;
  return (
    <section className={styles.section}>
      <h3>
        {t('environments.compared.with', { environment: compared.environment })}
      </h3>
      <div className={styles.counts}>
        {shown.map(reason => (
          <CountLink
            key={reason}
            reason={reason}
            count={compared.counts[reason]}
            href={links.compare(
              entityRef,
              compared.environment,
              environment.name,
              { show: reason },
            )}
          />
        ))}
        {shown.length === 0 && unknown === 0 && (
          <span className={ui.muted}>{t('environments.compared.equal')}</span>
        )}
        {unknown > 0 && (
          <span className={styles.unknown}>
            <Mark name="eyeOff" tone="neutral" />
            {t('environments.compared.unknown', { n: String(unknown) })}
          </span>
        )}
      </div>
    </section>
  );
}
