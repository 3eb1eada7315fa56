import {
  PipelineStep,
  ServiceEnvironment,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { CSSProperties, Fragment } from 'react';
import { useT } from '../../hooks';
import { ClosedCard, EnvironmentCard } from '../EnvironmentCard';
import { PromotionArrow } from '../PromotionArrow';
import styles from './Pipeline.module.css';
import { ResourceCell, ResourceCells } from './ResourceCells';
import { nextStep, stepFor } from './nextStep';

/** Link to the file that keeps two environments from being compared. */
function brokenFile(
  environments: ServiceEnvironment[],
  step: PipelineStep,
): string | undefined {
  return environments
    .filter(env => env.name === step.from || env.name === step.to)
    .flatMap(env => (env.state === 'read' ? env.notes : []))
    .find(note => note.code === 'file-unreadable')?.origin?.url;
}

function gridOf(count: number, rows: number): CSSProperties {
  const card = 'minmax(272px, 1fr)';
  return {
    '--columns': Array(count).fill(card).join(' 136px '),
    '--rows': `repeat(${rows}, auto)`,
  } as CSSProperties;
}

/** Cards of environments in promotion order with the ways between them. */
export function Pipeline(props: {
  answer: ServiceEnvironments;
  /** The environments to show, a run of those of the answer. */
  shown: ServiceEnvironment[];
  cells: ResourceCell[];
  entityRef: string;
  owner?: string;
  onToggle(kind: string): void;
  onRetry(): void;
}) {
  const t = useT();
  const { answer, shown, cells, entityRef } = props;
  const read = shown.filter(env => env.state === 'read');
  const rows = {
    notes: read.some(env => env.notes.length > 0),
    debts: read.some(env => env.owes.length + env.aheadBy.length > 0),
  };
  // Head, vitals, revision, comparison, requests, and what only some have.
  const fixed = 5 + Number(rows.notes) + Number(rows.debts);
  const next = nextStep(answer);
  return (
    <section
      className={styles.scroll}
      aria-label={t('environments.pipeline', { service: answer.service })}
    >
      <ul
        className={styles.pipe}
        style={gridOf(shown.length, fixed + cells.length)}
      >
        {shown.map((environment, index) => {
          const step = answer.steps.find(
            s => s.to === environment.name && s.from === shown[index - 1]?.name,
          );
          return (
            <Fragment key={environment.name}>
              {index > 0 && (
                <li className={styles.item}>
                  {step && (
                    <PromotionArrow
                      step={stepFor(step, answer.permissions)}
                      primary={step === next}
                      fileUrl={brokenFile(answer.environments, step)}
                      owner={props.owner}
                    />
                  )}
                </li>
              )}
              <li className={styles.item}>
                {environment.state === 'read' ? (
                  <EnvironmentCard
                    environment={environment}
                    repository={answer.repository}
                    entityRef={entityRef}
                    first={environment === answer.environments[0]}
                    rows={rows}
                    onRetry={props.onRetry}
                  >
                    <ResourceCells
                      environment={environment}
                      cells={cells}
                      onToggle={props.onToggle}
                    />
                  </EnvironmentCard>
                ) : (
                  <ClosedCard environment={environment} entityRef={entityRef} />
                )}
              </li>
            </Fragment>
          );
        })}
      </ul>
    </section>
  );
}
