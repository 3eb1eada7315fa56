import { VisuallyHidden } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ChangeRequest,
  PlanField,
} from '@stagecraft/plugin-environments-common';
import { Fragment } from 'react';
import { T, useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { byResource } from '../PromoteDialog';
import { AppLink, Mark, MarkName, pathSteps, ShownValueText } from '../parts';
import styles from './RequestPage.module.css';

const MARKS: Record<PlanField['action'], MarkName> = {
  take: 'arrow',
  keep: 'pin',
  decide: 'fork',
};

function why(t: T, field: PlanField, request: ChangeRequest): string {
  if (field.pays) {
    return t('request.changes.pays', { incident: field.pays });
  }
  if (field.decided) {
    return t('request.changes.decided');
  }
  switch (field.action) {
    case 'decide':
      return t('request.changes.undecided');
    default:
      return t('request.changes.from', {
        environment: request.from ?? request.to,
      });
  }
}

function FieldRow(props: { field: PlanField; request: ChangeRequest }) {
  const { field, request } = props;
  const t = useT();
  const name = field.resource.slice(field.resource.indexOf('/') + 1);
  const tone = field.action === 'take' ? 'announcement' : 'neutral';
  return (
    <tr>
      <td className={styles.markCell}>
        <Mark name={MARKS[field.action]} tone={tone} />
      </td>
      <td className={ui.muted}>{name}</td>
      <td>
        <b className={`${ui.mono} ${ui.strong}`} title={field.path}>
          {pathSteps(field.path).at(-1) || field.path}
        </b>
      </td>
      <td>
        {field.action === 'take' ? (
          <span className={styles.becomes}>
            <ShownValueText value={field.target} />
            <Mark name="arrow" size={12} label={t('request.changes.becomes')} />
            <ShownValueText value={field.source} />
          </span>
        ) : (
          <ShownValueText value={field.target} />
        )}
      </td>
      <td className={styles.whyCell}>{why(t, field, request)}</td>
    </tr>
  );
}

/** What stays in one resource, in one row: names on the left, values on the right. */
function KeptRow(props: { resource: string; fields: PlanField[] }) {
  const { resource, fields } = props;
  const t = useT();
  return (
    <tr>
      <td className={styles.markCell}>
        <Mark name="pin" tone="neutral" />
      </td>
      <td className={ui.muted}>{resource.slice(resource.indexOf('/') + 1)}</td>
      <td>
        <b className={`${ui.mono} ${ui.strong}`}>
          {fields.map(({ path }) => pathSteps(path).at(-1) || path).join(', ')}
        </b>
      </td>
      <td>
        {fields.map((field, index) => (
          <Fragment key={field.path}>
            {index > 0 && ', '}
            <ShownValueText value={field.target} />
          </Fragment>
        ))}
      </td>
      <td className={styles.whyCell}>{t('request.changes.kept')}</td>
    </tr>
  );
}

/** Fields that the request takes, decides and keeps, in one table. */
export function ChangesCard(props: { request: ChangeRequest }) {
  const { request } = props;
  const t = useT();
  const links = useLinks();
  const taken = request.fields.filter(
    field => field.action !== 'keep' || field.decided,
  );
  const kept = request.fields.filter(field => !taken.includes(field));
  const entityRef = stringifyEntityRef({
    kind: 'component',
    namespace: 'default',
    name: request.service,
  });
  return (
    <section className={ui.card} aria-labelledby="request-changes">
      <div className={styles.cardHead}>
        <h2 id="request-changes" className={ui.heading}>
          {t('request.changes.title')}
        </h2>
        <span className={`${ui.muted} ${ui.grow}`}>
          {t('request.changes.summary', {
            takes: String(taken.length),
            keeps: String(kept.length),
          })}
        </span>
        {request.from && (
          <AppLink href={links.compare(entityRef, request.from, request.to)}>
            {t('request.changes.compare', {
              from: request.from,
              to: request.to,
            })}
          </AppLink>
        )}
      </div>
      <table className={styles.changes}>
        <thead>
          <tr>
            <td />
            {(['resource', 'field', 'value', 'why'] as const).map(column => (
              <th key={column} scope="col">
                <VisuallyHidden>
                  {t(`request.changes.${column}`)}
                </VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {taken.map(field => (
            <FieldRow
              key={`${field.resource} ${field.path}`}
              field={field}
              request={request}
            />
          ))}
          {byResource(kept).map(([resource, fields]) => (
            <KeptRow key={resource} resource={resource} fields={fields} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
