import { PlanField } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { Segments } from '../parts';

/** Take the source's value or keep the target's. */
export function TakeKeep(props: {
  field: PlanField;
  onChoose(choose: 'source' | 'target'): void;
}) {
  const { field } = props;
  const t = useT();
  return (
    <Segments<'source' | 'target'>
      label={t('promote.plan.choice', { path: field.path })}
      selected={field.action === 'take' ? 'source' : 'target'}
      onSelect={props.onChoose}
      choices={[
        { id: 'source', label: t('promote.plan.take') },
        { id: 'target', label: t('promote.plan.keep') },
      ]}
    />
  );
}
