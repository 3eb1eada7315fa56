import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useT } from '../../hooks/useT';
import { Tone, ui } from '../../styles';
import styles from './FilterChips.module.css';
import { Mark, MarkName } from './Mark';

export interface FilterChip<TId extends string> {
  id: TId;
  label: string;
  count?: number;
  mark?: MarkName;
  tone?: Tone;
}

/** A row of chips of which exactly one is on. */
export function FilterChips<TId extends string>(props: {
  label?: string;
  chips: Array<FilterChip<TId>>;
  selected: TId;
  onSelect(id: TId): void;
}) {
  const t = useT();
  return (
    <ToggleButtonGroup
      aria-label={props.label ?? t('parts.filters')}
      className={styles.chips}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.selected]}
      onSelectionChange={keys => {
        const chip = props.chips.find(c => keys.has(c.id));
        if (chip) {
          props.onSelect(chip.id);
        }
      }}
    >
      {props.chips.map(chip => (
        <ToggleButton key={chip.id} id={chip.id} className={styles.chip}>
          {chip.mark && <Mark name={chip.mark} tone={chip.tone} />}
          {chip.label}
          {chip.count !== undefined && (
            <>
              {' '}
              <b className={`${ui.strong} ${ui.num}`}>{chip.count}</b>
            </>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
