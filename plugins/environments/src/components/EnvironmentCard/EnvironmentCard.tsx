import { BgProvider } from '@backstage/ui';
import {
  RepositoryState,
  ServiceEnvironmentRead,
} from '@stagecraft/plugin-environments-common';
import { ReactNode, useId } from 'react';
import { useT } from '../../hooks';
import { CardHead } from './CardHead';
import { CardNotes } from './CardNotes';
import { ComparedSection } from './ComparedSection';
import { DebtSection } from './DebtSection';
import styles from './EnvironmentCard.module.css';
import { RequestsSection } from './RequestsSection';
import { RevisionRow } from './RevisionRow';
import { Vitals } from './Vitals';

/** Which optional lines any card of the pipeline has; all cards keep their place for them. */
export interface SharedRows {
  notes: boolean;
  debts: boolean;
}

/**
 * The state of a service in one environment. Each child fills one row of the
 * pipeline's grid, so that the same thing sits on the same line in every card.
 */
export function EnvironmentCard(props: {
  environment: ServiceEnvironmentRead;
  repository: RepositoryState;
  entityRef: string;
  first: boolean;
  rows: SharedRows;
  /** One element per shared row of resources. */
  children: ReactNode;
  onRetry(): void;
}) {
  const t = useT();
  const id = useId();
  const { environment, entityRef, rows } = props;
  return (
    <BgProvider bg="neutral-1">
      <article
        className={styles.card}
        aria-label={t('environments.card.name', {
          environment: environment.name,
        })}
      >
        <CardHead
          name={environment.name}
          id={id}
          environment={environment}
          entityRef={entityRef}
        />
        {rows.notes && (
          <CardNotes notes={environment.notes} onRetry={props.onRetry} />
        )}
        <Vitals environment={environment} />
        <RevisionRow environment={environment} repository={props.repository} />
        {props.children}
        <ComparedSection
          environment={environment}
          first={props.first}
          entityRef={entityRef}
        />
        <RequestsSection requests={environment.requests} />
        {rows.debts && <DebtSection environment={environment} />}
      </article>
    </BgProvider>
  );
}
