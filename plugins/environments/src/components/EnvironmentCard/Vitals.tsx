import {
  HealthStatus,
  ServiceEnvironmentRead,
} from '@stagecraft/plugin-environments-common';
import { useT, useTabSearch } from '../../hooks';
import { useNow } from '../../time';
import { AppLink, HealthMark, Mark } from '../parts';
import { worstResource } from './attention';
import styles from './Vitals.module.css';
import { Vital, deployVital, driftVital, healthVital } from './vitals';

function VitalCell(props: {
  vital: Vital;
  status: HealthStatus;
  href?: string;
}) {
  const t = useT();
  const { vital, status, href } = props;
  const content = (
    <>
      <b>
        {vital.mark === 'health' ? (
          <HealthMark status={status} hidden />
        ) : (
          <Mark name={vital.mark} tone={vital.tone} />
        )}
        {vital.word}
      </b>{' '}
      <span title={vital.detail}>{vital.detail}</span>
    </>
  );
  return href ? (
    <AppLink
      look="plain"
      href={href}
      className={styles.vital}
      tone={vital.tone}
      aria-label={t('environments.vitals.label', { ...vital })}
    >
      {content}
    </AppLink>
  ) : (
    <div className={styles.vital} data-tone={vital.tone}>
      {content}
    </div>
  );
}

/** Three questions, always in this order: is it well, did it arrive, is it still so. */
export function Vitals(props: { environment: ServiceEnvironmentRead }) {
  const t = useT();
  const now = useNow();
  const tabSearch = useTabSearch();
  const env = props.environment;
  const stale = env.freshness.state !== 'live';
  const worst = worstResource(env.resources, 'health');
  const drifted = worstResource(env.resources, 'drift');
  const leadTo = (resource: string | undefined, tab: string) =>
    resource &&
    tabSearch({ resource: { environment: env.name, resource }, tab });
  return (
    <div className={styles.vitals}>
      <VitalCell
        vital={healthVital(t, env, now)}
        status={stale ? 'Unknown' : env.health.status}
        href={leadTo(worst, 'conditions')}
      />
      <VitalCell
        vital={deployVital(t, env, now)}
        status="Unknown"
        href={leadTo(worst, 'history')}
      />
      <VitalCell
        vital={driftVital(t, env, now)}
        status="Unknown"
        href={leadTo(drifted, 'fields')}
      />
    </div>
  );
}
