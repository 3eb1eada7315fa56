import { ServiceRow } from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { globalStyles as styles } from '../GlobalPage';
import { AppLink, Mark } from '../parts';

/** The way between two environments: how much waits, and whether a person must decide. */
export function ServiceStep(props: {
  step: ServiceRow['steps'][number];
  entityRef?: string;
}) {
  const { step, entityRef } = props;
  const { from, to } = step;
  const t = useT();
  const links = useLinks();
  const total = step.changes || step.toDecide;
  if (total === 0) {
    return (
      <span className={styles.step}>
        <span
          className={styles.line}
          role="img"
          aria-label={t('global.services.upToDate', { from, to })}
        />
      </span>
    );
  }
  const pill = (
    <span className={styles.pill} data-tone="announcement">
      {total} <Mark name="arrow" />
    </span>
  );
  const label = t('global.services.promote', { count: total, from, to });
  return (
    <span className={styles.step}>
      {entityRef ? (
        <AppLink
          look="plain"
          aria-label={label}
          href={links.tab(entityRef, { promote: { from, to } })}
        >
          {pill}
        </AppLink>
      ) : (
        <span role="img" aria-label={label}>
          {pill}
        </span>
      )}
      {step.toDecide > 0 && (
        <Mark
          name="fork"
          tone="negative"
          label={t('global.services.decide', { n: String(step.toDecide) })}
        />
      )}
    </span>
  );
}
