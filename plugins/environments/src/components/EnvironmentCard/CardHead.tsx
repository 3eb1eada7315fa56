import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import { ServiceEnvironmentRead } from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { timeText } from '../parts';
import { worstResource } from './attention';
import styles from './EnvironmentCard.module.css';

function Freshness(props: { environment: ServiceEnvironmentRead }) {
  const t = useT();
  const now = useNow();
  const { state, at } = props.environment.freshness;
  if (state === 'never' || !at) {
    return <span>{t('environments.card.never')}</span>;
  }
  return (
    <span>
      {state === 'live'
        ? t('environments.card.live', {
            age: timeText(t, at, now, { ago: true }),
          })
        : t('environments.card.asOf', { time: clockTime(at, now) })}
    </span>
  );
}

function CardMenu(props: {
  environment: ServiceEnvironmentRead;
  entityRef: string;
}) {
  const t = useT();
  const links = useLinks();
  const { environment, entityRef } = props;
  const before = environment.comparedWith?.environment;
  const resource = worstResource(environment.resources, 'drift');
  if (!before && !resource) {
    return null;
  }
  const leadTo = (tab: string) =>
    resource &&
    links.tab(entityRef, {
      resource: { environment: environment.name, resource },
      tab,
    });
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="tertiary"
        size="small"
        className={ui.tightIcon}
        icon={<RiMore2Line />}
        aria-label={t('environments.card.menu', {
          environment: environment.name,
        })}
      />
      <Menu>
        {before && (
          <MenuItem href={links.compare(entityRef, before, environment.name)}>
            {t('environments.card.menuCompare', { environment: before })}
          </MenuItem>
        )}
        {resource && (
          <MenuItem href={leadTo('fields')}>
            {t('environments.card.menuDrift')}
          </MenuItem>
        )}
        {resource && (
          <MenuItem href={leadTo('history')}>
            {t('environments.card.menuHistory')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}

/** Name, freshness, menu and place of an environment. */
export function CardHead(props: {
  name: string;
  id: string;
  environment?: ServiceEnvironmentRead;
  entityRef: string;
}) {
  const t = useT();
  const { name, id, environment, entityRef } = props;
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 id={id} className={styles.name}>
          {name}
        </h2>
        {environment && (
          <span className={styles.fresh}>
            <Freshness environment={environment} />
          </span>
        )}
        {environment && (
          <CardMenu environment={environment} entityRef={entityRef} />
        )}
      </div>
      {environment && (
        <div className={styles.place}>
          {t('environments.card.place', {
            cluster: environment.cluster,
            namespace: environment.namespace,
          })}
        </div>
      )}
    </header>
  );
}
