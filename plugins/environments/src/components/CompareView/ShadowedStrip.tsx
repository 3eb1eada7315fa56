import { ComparedResource } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { Mark } from '../parts';
import styles from './CompareView.module.css';
import { OriginText } from './OriginText';

/** An object that is defined twice: what is in force, what is not, which fields are lost. */
export function ShadowedStrip(props: {
  shadow: ComparedResource['shadowed'][number];
}) {
  const { environment, inForce, shadowed, lostFields } = props.shadow;
  const t = useT();
  return (
    <p className={styles.shadowed}>
      <Mark name="layers" />
      <span>
        <b className={ui.strong}>{t('compare.shadowed', { environment })}</b>{' '}
        {t('compare.inForce')} <OriginText origin={inForce} whole />.{' '}
        {t('compare.behind')} <OriginText origin={shadowed} whole />.{' '}
        {lostFields.length > 0
          ? t('compare.lost', {
              count: lostFields.length,
              fields: lostFields.join(', '),
            })
          : t('compare.noneLost')}
      </span>
    </p>
  );
}
