import { ButtonIcon, ButtonLink } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiCloseLine,
  RiExternalLinkLine,
} from '@remixicon/react';
import { ResourceDetail } from '@stagecraft/plugin-environments-common';
import { Heading } from 'react-aria-components';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { KindMark, Mark } from '../parts';
import styles from './ResourceDrawer.module.css';

/** Where we are, what we look at, and the way to its neighbours. */
export function DrawerHead(props: {
  service: string;
  environment: string;
  resource: string;
  detail?: ResourceDetail;
  onResource(resource: string): void;
  onClose(): void;
}) {
  const { service, environment, resource, detail, onResource } = props;
  const t = useT();
  const slash = resource.indexOf('/');
  const { previous, next } = detail?.neighbours ?? {};
  return (
    <header className={styles.head}>
      <div className={ui.spread}>
        <p className={styles.path} aria-label={t('drawer.path')}>
          <span>{service}</span>
          <Mark name="right" />
          <span>{environment}</span>
        </p>
        <div className={ui.row}>
          <ButtonIcon
            size="small"
            variant="tertiary"
            className={ui.tightIcon}
            icon={<RiArrowUpSLine />}
            aria-label={t('drawer.previous')}
            isDisabled={!previous}
            onPress={() => previous && onResource(previous)}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            className={ui.tightIcon}
            icon={<RiArrowDownSLine />}
            aria-label={t('drawer.next')}
            isDisabled={!next}
            onPress={() => next && onResource(next)}
          />
          {detail?.origin?.url && (
            <ButtonLink
              size="small"
              variant="tertiary"
              href={detail.origin.url}
              aria-label={t('drawer.open')}
              iconStart={<RiExternalLinkLine />}
            />
          )}
          <ButtonIcon
            size="small"
            variant="tertiary"
            className={ui.tightIcon}
            icon={<RiCloseLine />}
            aria-label={t('drawer.close')}
            onPress={props.onClose}
          />
        </div>
      </div>
      <div className={ui.row}>
        <KindMark kind={resource.slice(0, slash)} size={18} />
        <Heading slot="title" level={2} className={styles.title}>
          {resource.slice(slash + 1)}
        </Heading>
        <span className={styles.kind}>{resource.slice(0, slash)}</span>
      </div>
    </header>
  );
}
