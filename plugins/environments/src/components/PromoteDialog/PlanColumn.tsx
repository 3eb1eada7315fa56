import {
  PlanField,
  PromotionPlan,
} from '@stagecraft/plugin-environments-common';
import { ReactNode, useState } from 'react';
import { useT } from '../../hooks';
import { Tone } from '../../styles';
import { Mark, MarkName } from '../parts';
import { byResource, fieldKey, toSections } from './decisions';
import { DecideCard } from './DecideCard';
import { ResourceName } from './ResourceName';
import { FieldCard } from './FieldCard';
import styles from './PromoteDialog.module.css';
import { Promotion } from './usePromotion';

const KEPT_AT_FIRST = 4;

function Section(props: {
  mark: MarkName;
  tone: Tone;
  title: string;
  count: number;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={props.title}>
      <h3 className={styles.sectionHead} data-tone={props.tone}>
        <Mark name={props.mark} />
        <span>
          {props.title} {props.count}
        </span>
        {props.hint && <span className={styles.hint}>{props.hint}</span>}
      </h3>
      {props.children}
    </section>
  );
}

/** What has to be decided, what is taken, and what stays. */
export function PlanColumn(props: {
  plan: PromotionPlan;
  promotion: Promotion;
}) {
  const { plan, promotion } = props;
  const { from, to } = plan;
  const t = useT();
  const [all, setAll] = useState(false);
  const { asked, takes, keeps } = toSections(plan.fields, promotion.askedFor);
  const open = asked.filter(({ action }) => action === 'decide').length;
  const shownKeeps = all ? keeps : keeps.slice(0, KEPT_AT_FIRST);
  const hidden = keeps.length - shownKeeps.length;

  const groups = (fields: PlanField[]) =>
    byResource(fields).map(([resource, list]) => (
      <div key={resource} className={styles.resource}>
        <ResourceName resource={resource} />
        {list.map(field => (
          <FieldCard
            key={fieldKey(field)}
            field={field}
            from={from}
            onDecide={promotion.decide}
          />
        ))}
      </div>
    ));

  return (
    <>
      {asked.length > 0 && (
        <Section
          mark={open > 0 ? 'fork' : 'pass'}
          tone={open > 0 ? 'negative' : 'positive'}
          title={t(open > 0 ? 'promote.plan.decide' : 'promote.plan.decided')}
          count={open > 0 ? open : asked.length}
          hint={t(
            plan.base ? 'promote.plan.decideHint' : 'promote.plan.decideNoBase',
          )}
        >
          {asked.map((field, index) => (
            <DecideCard
              key={fieldKey(field)}
              field={field}
              from={from}
              to={to}
              open={field.action === 'decide'}
              startsHere={index === 0}
              onDecide={promotion.decide}
            />
          ))}
        </Section>
      )}
      {takes.length > 0 && (
        <Section
          mark="arrow"
          tone="announcement"
          title={t('promote.plan.takes', { from })}
          count={takes.length}
          hint={t('promote.plan.takesHint', { from })}
        >
          {groups(takes)}
        </Section>
      )}
      {keeps.length > 0 && (
        <Section
          mark="pin"
          tone="neutral"
          title={t('promote.plan.keeps', { to })}
          count={keeps.length}
          hint={t('promote.plan.keepsHint')}
        >
          {groups(shownKeeps)}
          {hidden > 0 && (
            <button
              type="button"
              className={styles.more}
              onClick={() => setAll(true)}
            >
              <Mark name="right" />
              {t('promote.plan.more', { count: hidden })}
            </button>
          )}
        </Section>
      )}
    </>
  );
}
