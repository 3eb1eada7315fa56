import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { PlanField } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import styles from './PromoteDialog.module.css';

/** Take the source's value or keep the target's. */
export function TakeKeep(props: {
  field: PlanField;
  onChoose(choose: 'source' | 'target'): void;
}) {
  const { field } = props;
  const t = useT();
  return (
    <ToggleButtonGroup
      aria-label={t('promote.plan.choice', { path: field.path })}
      selectionMode="single"
      disallowEmptySelection
      className={styles.takeKeep}
      selectedKeys={[field.action === 'take' ? 'source' : 'target']}
      onSelectionChange={keys =>
        props.onChoose(keys.has('source') ? 'source' : 'target')
      }
    >
      <ToggleButton id="source" size="small">
        {t('promote.plan.take')}
      </ToggleButton>
      <ToggleButton id="target" size="small">
        {t('promote.plan.keep')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
