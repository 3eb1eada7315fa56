import {
  ComparedResource,
  Comparison,
} from '@stagecraft/plugin-environments-common';
import { ReactNode } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { CountLink, Mark } from '../parts';
import { ShadowedStrip } from './ShadowedStrip';
import styles from './CompareView.module.css';

const SHOWN = ['unexpected', 'pending', 'ahead', 'expected'] as const;

/** A resource with its counts; closes and opens. */
export function ResourceGroup(props: {
  resource: ComparedResource;
  comparison: Comparison;
  children: ReactNode;
}) {
  const { resource, comparison } = props;
  const t = useT();
  const only = {
    both: undefined,
    onlyLeft: comparison.from,
    onlyRight: comparison.to,
  }[resource.presence];
  return (
    <details className={styles.group} open>
      <summary className={styles.groupHead}>
        <Mark name="right" />
        <b className={styles.groupName}>{resource.name}</b>
        <span className={ui.muted}>{resource.kind}</span>
        {only && (
          <span className={ui.muted}>
            {t('compare.onlyIn', { environment: only })}
          </span>
        )}
        <span className={ui.grow} />
        {SHOWN.map(
          reason =>
            resource.counts[reason] > 0 && (
              <CountLink
                key={reason}
                reason={reason}
                count={resource.counts[reason]}
              />
            ),
        )}
      </summary>
      {resource.shadowed.map(shadow => (
        <ShadowedStrip
          key={`${shadow.environment} ${shadow.shadowed.file}`}
          shadow={shadow}
        />
      ))}
      {props.children}
    </details>
  );
}
