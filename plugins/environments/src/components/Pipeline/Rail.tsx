import {
  PipelineStep,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { Fragment, KeyboardEvent, useRef, useState } from 'react';
import { useT } from '../../hooks';
import { arrowSentence } from '../PromotionArrow';
import { Mark } from '../parts';
import { groupEnvironments } from './groupEnvironments';
import styles from './Rail.module.css';
import { RailStop } from './RailStop';

function Hop(props: { step?: PipelineStep }) {
  const t = useT();
  const { step } = props;
  const waits = step !== undefined && step.changes > 0;
  return (
    <span
      className={styles.hop}
      data-tone={waits ? 'announcement' : undefined}
      role="img"
      aria-label={step ? arrowSentence(t, step) : ''}
    >
      {waits && <b>{step.changes}</b>}
      <Mark name="arrow" />
    </span>
  );
}

/** All environments in one line; the focused one and its neighbours are shown as cards below. */
export function Rail(props: {
  answer: ServiceEnvironments;
  focus: string;
  onFocus(environment: string): void;
}) {
  const t = useT();
  const { answer, focus, onFocus } = props;
  const [cursor, setCursor] = useState(focus);
  const rail = useRef<HTMLElement>(null);
  const names = answer.environments.map(env => env.name);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const to = by && names[names.indexOf(cursor) + by];
    if (to) {
      event.preventDefault();
      setCursor(to);
      rail.current
        ?.querySelector<HTMLElement>(`[data-environment="${CSS.escape(to)}"]`)
        ?.focus();
    }
  };

  return (
    // Keys move among the buttons inside, which are what can be focused.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      ref={rail}
      className={styles.rail}
      aria-label={t('environments.many.rail')}
      onKeyDown={onKeyDown}
    >
      {groupEnvironments(answer.environments).map(({ members }, index) => {
        const first = members[0].name;
        const parallel = members.length > 1;
        const stops = members.map(environment => (
          <RailStop
            key={environment.name}
            environment={environment}
            current={environment.name === focus}
            tabbable={environment.name === cursor}
            onFocus={() => {
              setCursor(environment.name);
              onFocus(environment.name);
            }}
          />
        ));
        return (
          <Fragment key={first}>
            {index > 0 && <Hop step={answer.steps.find(s => s.to === first)} />}
            {parallel ? (
              <div
                className={styles.group}
                role="group"
                aria-label={t('environments.many.group')}
              >
                {stops}
              </div>
            ) : (
              stops
            )}
          </Fragment>
        );
      })}
    </nav>
  );
}
