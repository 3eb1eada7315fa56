import {
  ComparedResource,
  ComparedSide,
  Comparison,
  FieldDifference,
} from '@stagecraft/plugin-environments-common';
import { VisuallyHidden } from '@backstage/ui';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { FieldPathText, ReasonChip, REASONS, ShownValueText } from '../parts';
import styles from './CompareView.module.css';
import { OriginText } from './OriginText';

function Side(props: { side: ComparedSide }) {
  const { value, origin } = props.side;
  return (
    <>
      <ShownValueText value={value} strong />
      {origin && value.state !== 'absent' && (
        <div className={styles.origin}>
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

/** The fields of one resource that differ, with origins and reasons. */
export function FieldTable(props: {
  resource: ComparedResource;
  comparison: Comparison;
}) {
  const { resource, comparison } = props;
  const t = useT();
  if (resource.fields.length === 0) {
    return <p className={styles.equal}>{t('compare.allEqual')}</p>;
  }
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>
          {t('compare.group', { resource: resource.name, kind: resource.kind })}
        </VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.columns.field')}</th>
          <th scope="col">{comparison.from}</th>
          <th scope="col">{comparison.to}</th>
          <th scope="col">{t('compare.columns.difference')}</th>
          <th scope="col">{t('compare.columns.why')}</th>
        </tr>
      </thead>
      <tbody>
        {resource.fields.map(field => (
          <FieldRow key={field.path} field={field} />
        ))}
      </tbody>
    </table>
  );
}
