import { CardResource } from '@stagecraft/plugin-environments-common';
import { ReactNode } from 'react';
import { useT } from '../../hooks';
import { Tone } from '../../styles';
import { Mark, MarkName } from '../parts';
import styles from './ResourceRow.module.css';

function Flag(props: { mark: MarkName; tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.flag} data-tone={props.tone}>
      <Mark name={props.mark} tone={props.tone} />
      {props.children}
    </span>
  );
}

/** The most important thing of a resource in a few words, else its summary or kind. */
export function ResourceFlag(props: {
  resource: CardResource;
  stale?: boolean;
}) {
  const t = useT();
  const { resource, stale } = props;
  const { drift, differences, values } = resource;
  const marked = (mark: string) => values.some(value => value.mark === mark);
  const quiet = values.length > 0 ? resource.kind : resource.summary;
  if (stale) {
    return <>{quiet ?? resource.kind}</>;
  }
  if (drift.status === 'unknown' && drift.reason) {
    return (
      <Flag mark="eyeOff" tone="neutral">
        {t('environments.resource.unreadable')}
      </Flag>
    );
  }
  if (drift.status === 'drifted' && !marked('drift')) {
    return (
      <Flag mark="notEqual" tone="warning">
        {t('environments.resource.drifted', { count: drift.fields })}
      </Flag>
    );
  }
  if (differences && differences.unexpected > 0 && !marked('unexpected')) {
    const n = String(differences.unexpected);
    return (
      <Flag mark="fork" tone="warning">
        {t('environments.resource.unexpected', { n })}
      </Flag>
    );
  }
  if (resource.deploy === 'waiting' && !marked('merged')) {
    return (
      <Flag mark="tray" tone="announcement">
        {t('environments.resource.merged')}
      </Flag>
    );
  }
  return <>{quiet ?? resource.kind}</>;
}
