import { ButtonIcon } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import styles from './EnvironmentsTab.module.css';

/** Steps the focus of the rail by one. */
export function RailBar(props: {
  environments: string[];
  focus: string;
  onFocus(environment: string): void;
  extra?: ReactNode;
}) {
  const t = useT();
  const { environments, focus, onFocus, extra } = props;
  const index = environments.indexOf(focus);
  return (
    <div className={styles.railBar}>
      <div className={ui.row}>
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowLeftSLine />}
          aria-label={t('environments.many.previous')}
          isDisabled={index <= 0}
          onPress={() => onFocus(environments[index - 1])}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiArrowRightSLine />}
          aria-label={t('environments.many.next')}
          isDisabled={index >= environments.length - 1}
          onPress={() => onFocus(environments[index + 1])}
        />
        <span className={`${ui.small} ${ui.muted}`}>
          <b className={styles.focused}>{focus}</b>{' '}
          {t('environments.many.neighbours')}
        </span>
      </div>
      {extra}
    </div>
  );
}
