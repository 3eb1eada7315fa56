import { VisuallyHidden } from '@backstage/ui';
import { ServiceEnvironment } from '@stagecraft/plugin-environments-common';
import { useEffect, useRef, useState } from 'react';
import { T, useT } from '../../hooks';

function changes(
  t: T,
  before: ServiceEnvironment[],
  after: ServiceEnvironment[],
): string[] {
  return after.flatMap(env => {
    const old = before.find(b => b.name === env.name);
    const both = env.state === 'read' && old?.state === 'read';
    if (!both || env.health.status === old.health.status) {
      return [];
    }
    const health = t(`parts.health.${env.health.status}`);
    return t('environments.card.nowIs', {
      environment: env.name,
      health: health.toLocaleLowerCase('en'),
    });
  });
}

/** Says when an environment's health changes; that something was read again it does not say. */
export function HealthAnnouncer(props: { environments: ServiceEnvironment[] }) {
  const t = useT();
  const { environments } = props;
  const before = useRef(environments);
  const [news, setNews] = useState('');
  useEffect(() => {
    const found = changes(t, before.current, environments);
    before.current = environments;
    if (found.length > 0) {
      setNews(found.join('. '));
    }
  }, [environments, t]);
  return (
    <VisuallyHidden>
      <span role="status">{news}</span>
    </VisuallyHidden>
  );
}
