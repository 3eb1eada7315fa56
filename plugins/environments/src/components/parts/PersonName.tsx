import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Avatar } from '@backstage/ui';
import { ui } from '../../styles';
import styles from './PersonName.module.css';

/** A person as the catalog names them. */
export function PersonName(props: { entityRef: string; strong?: boolean }) {
  const { primaryTitle } = useEntityPresentation(props.entityRef, {
    defaultKind: 'User',
  });
  return (
    <span className={styles.person}>
      <Avatar src="" name={primaryTitle} size="x-small" purpose="decoration" />
      <span className={props.strong ? ui.strong : undefined}>
        {primaryTitle}
      </span>
    </span>
  );
}
