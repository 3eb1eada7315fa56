import { SearchField } from '@backstage/ui';
import {
  ServiceEnvironment,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { useMemo, useState } from 'react';
import { useT, useTabParams } from '../../hooks';
import {
  Pipeline,
  Rail,
  nextStep,
  resourcesOf,
  useResourceCells,
} from '../Pipeline';
import styles from './EnvironmentsTab.module.css';
import { RailBar } from './RailBar';
import { Toolbar } from './Toolbar';

/** From this many on, the rail shows all and cards show a part. */
const RAIL_FROM = 5;

/** Where the rail begins: at the next step, else at the first that is not well. */
function defaultFocus(answer: ServiceEnvironments): string {
  const unwell = answer.environments.find(
    env => env.state === 'read' && env.health.status !== 'Healthy',
  );
  return (
    unwell?.name ?? nextStep(answer)?.to ?? answer.environments[0]?.name ?? ''
  );
}

/** The focused environment with its neighbours; at the ends, the two next to it. */
export function neighbours(
  environments: ServiceEnvironment[],
  focus: string,
): ServiceEnvironment[] {
  const index = environments.findIndex(env => env.name === focus);
  const start = Math.min(Math.max(index - 1, 0), environments.length - 3);
  return environments.slice(Math.max(start, 0), Math.max(start, 0) + 3);
}

/** Toolbar, rail where there are many environments, and the cards. */
export function ServicePipeline(props: {
  answer: ServiceEnvironments;
  entityRef: string;
  owner?: string;
  onRefresh(): void;
}) {
  const t = useT();
  const { answer, entityRef, owner, onRefresh } = props;
  const { environments } = answer;
  const [params, change] = useTabParams();
  const [filter, setFilter] = useState('');
  const railed = environments.length >= RAIL_FROM;
  const known = environments.some(env => env.name === params.focus);
  const focus = known && params.focus ? params.focus : defaultFocus(answer);
  const shown = useMemo(
    () => (railed ? neighbours(environments, focus) : environments),
    [railed, environments, focus],
  );
  const { cells, many, toggle } = useResourceCells(shown, filter);
  const setFocus = (environment: string) =>
    change({ focus: environment }, { replace: true });
  const most = Math.max(0, ...shown.map(env => resourcesOf(env).length));
  const search = many && (
    <SearchField
      size="small"
      className={styles.search}
      aria-label={t('environments.many.filter', { n: String(most) })}
      placeholder={t('environments.many.filter', { n: String(most) })}
      value={filter}
      onChange={setFilter}
    />
  );
  return (
    <>
      <Toolbar
        answer={answer}
        entityRef={entityRef}
        onRefresh={onRefresh}
        extra={railed ? undefined : search}
      />
      {railed && (
        <>
          <Rail answer={answer} focus={focus} onFocus={setFocus} />
          <RailBar
            environments={environments.map(env => env.name)}
            focus={focus}
            onFocus={setFocus}
            extra={search}
          />
        </>
      )}
      <Pipeline
        answer={answer}
        shown={shown}
        cells={cells}
        entityRef={entityRef}
        owner={owner}
        onToggle={toggle}
        onRetry={onRefresh}
      />
    </>
  );
}
