import { Button, Radio, RadioGroup, TextField } from '@backstage/ui';
import {
  CommitRef,
  PlanDecision,
  PlanField,
  ShownValue,
} from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { FieldPathText, RevisionLink, ShownValueText, TimeAgo } from '../parts';
import { readTyped } from './decisions';
import styles from './PromoteDialog.module.css';
import { ResourceName } from './ResourceName';

function Side(props: { value: ShownValue; label: string; commit?: CommitRef }) {
  const { value, label, commit } = props;
  return (
    <span className={styles.side}>
      <span className={styles.sideValue}>
        <ShownValueText value={value} />
      </span>
      <span className={styles.sideLabel}>{label}</span>
      {commit && (
        <span className={styles.sideCommit}>
          {commit.author}, <TimeAgo at={commit.time} dates />,{' '}
          <RevisionLink commit={commit} />
        </span>
      )}
    </span>
  );
}

/** A field that both sides changed: both values, the base, and the choice. */
export function DecideCard(props: {
  field: PlanField;
  from: string;
  to: string;
  open: boolean;
  /** The dialog starts on the first question. */
  startsHere?: boolean;
  onDecide(decision: PlanDecision): void;
}) {
  const { field, from, to } = props;
  const { resource, path } = field;
  const t = useT();
  const [other, setOther] = useState('');
  const [typing, setTyping] = useState(false);
  const chosen = typing ? 'value' : field.decided ?? '';
  const choose = (choice: string) => {
    setTyping(choice === 'value');
    if (choice === 'source' || choice === 'target') {
      props.onDecide({ resource, path, choose: choice });
    }
  };
  const useOther = () =>
    props.onDecide({
      resource,
      path,
      choose: 'value',
      value: readTyped(other, field),
    });
  return (
    <div className={styles.decide} data-open={props.open} data-tone="negative">
      <ResourceName resource={resource} />
      <div className={ui.spread}>
        {path ? (
          <FieldPathText path={path} />
        ) : (
          <b className={ui.strong}>{t('promote.plan.whole')}</b>
        )}
        {field.base && (
          <span className={ui.muted}>
            {t('promote.plan.was')} <ShownValueText value={field.base} />
          </span>
        )}
      </div>
      <RadioGroup
        aria-label={t('promote.plan.choice', { path })}
        value={chosen}
        onChange={choose}
        className={styles.radios}
      >
        <Radio
          value="target"
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={props.startsHere}
        >
          <Side
            value={field.target}
            label={t('promote.plan.keepOf', { environment: to })}
            commit={field.targetCommit}
          />
        </Radio>
        <Radio value="source">
          <Side
            value={field.source}
            label={t('promote.plan.takeOf', { environment: from })}
            commit={field.sourceCommit}
          />
        </Radio>
        {path && (
          <Radio value="value">
            <span>{t('promote.plan.other')}</span>
          </Radio>
        )}
      </RadioGroup>
      {chosen === 'value' && (
        <div className={styles.other}>
          <TextField
            size="small"
            aria-label={t('promote.plan.otherLabel', { path })}
            value={other}
            onChange={setOther}
          />
          <Button
            size="small"
            variant="secondary"
            isDisabled={other === ''}
            onPress={useOther}
          >
            {t('promote.plan.use')}
          </Button>
        </div>
      )}
    </div>
  );
}
