import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { Mark, MarkName } from './Mark';
import styles from './Segments.module.css';

/** Exactly one of two or three choices, small enough for dense rows. */
export function Segments<TId extends string>(props: {
  label: string;
  choices: Array<{ id: TId; label: string; mark?: MarkName }>;
  selected: TId;
  onSelect(id: TId): void;
}) {
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className={styles.group}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.selected]}
      onSelectionChange={keys => {
        const choice = props.choices.find(({ id }) => keys.has(id));
        if (choice) {
          props.onSelect(choice.id);
        }
      }}
    >
      {props.choices.map(({ id, label, mark }) => (
        <ToggleButton key={id} id={id} size="small" className={styles.segment}>
          {mark && <Mark name={mark} />}
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
