import {
  ComparedResource,
  ComparedSide,
  Comparison,
  FieldDifference,
} from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { FieldPathText, ReasonChip, REASONS, ShownValueText } from '../parts';
import styles from './CompareView.module.css';
import { GroupHead } from './GroupHead';
import { OriginText } from './OriginText';
import { ShadowedStrip } from './ShadowedStrip';

const COLUMNS = 5;

function Side(props: { side: ComparedSide }) {
  const { value, origin } = props.side;
  return (
    <>
      <ShownValueText value={value} strong />
      {origin && value.state !== 'absent' && (
        <div>
          <OriginText origin={origin} />
        </div>
      )}
    </>
  );
}

function FieldRow(props: { field: FieldDifference }) {
  const { field } = props;
  const t = useT();
  const { mark, tone } = REASONS[field.reason];
  return (
    <tr data-reason={field.reason} data-difference tabIndex={-1}>
      <td>
        {field.path ? (
          <FieldPathText path={field.path} />
        ) : (
          <b className={ui.strong}>{t('compare.whole')}</b>
        )}
      </td>
      <td>
        <Side side={field.left} />
      </td>
      <td>
        <Side side={field.right} />
      </td>
      <td>
        <ReasonChip mark={mark} tone={tone}>
          {t(`compare.reasons.${field.reason}`)}
        </ReasonChip>
      </td>
      <td className={styles.why}>
        <b className={ui.strong}>{field.why.word}.</b> {field.why.sentence}
      </td>
    </tr>
  );
}

/** One resource: its head, what is shadowed, and its fields. */
function ResourceRows(props: {
  resource: ComparedResource;
  comparison: Comparison;
}) {
  const { resource, comparison } = props;
  const t = useT();
  const [open, setOpen] = useState(true);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={COLUMNS} className={styles.groupCell}>
          <GroupHead
            resource={resource}
            comparison={comparison}
            open={open}
            onToggle={() => setOpen(!open)}
          />
        </th>
      </tr>
      {open &&
        resource.shadowed.map(shadow => (
          <tr key={`${shadow.environment} ${shadow.shadowed.file}`}>
            <td colSpan={COLUMNS} className={styles.wide}>
              <ShadowedStrip shadow={shadow} />
            </td>
          </tr>
        ))}
      {open &&
        resource.fields.map(field => (
          <FieldRow key={field.path} field={field} />
        ))}
      {open && resource.fields.length === 0 && (
        <tr>
          <td colSpan={COLUMNS} className={styles.wide}>
            <p className={styles.equal}>{t('compare.allEqual')}</p>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** All fields that differ, by resource, with origins and reasons, under one head. */
export function FieldTable(props: {
  resources: ComparedResource[];
  comparison: Comparison;
}) {
  const { resources, comparison } = props;
  const t = useT();
  return (
    <div className={`${ui.card} ${styles.groups}`}>
      <table
        className={styles.table}
        aria-label={t('compare.table', {
          from: comparison.from,
          to: comparison.to,
        })}
      >
        <thead>
          <tr>
            <th scope="col">{t('compare.columns.field')}</th>
            <th scope="col">{comparison.from}</th>
            <th scope="col">{comparison.to}</th>
            <th scope="col">{t('compare.columns.difference')}</th>
            <th scope="col">{t('compare.columns.why')}</th>
          </tr>
        </thead>
        {resources.map(resource => (
          <ResourceRows
            key={resource.resource}
            resource={resource}
            comparison={comparison}
          />
        ))}
      </table>
    </div>
  );
}
