import {
  HotfixDebt,
  ServiceEnvironmentRead,
} from '@stagecraft/plugin-environments-common';
import { T, useLinks, useT, useTabSearch } from '../../hooks';
import { ui } from '../../styles';
import { useNow } from '../../time';
import { AppLink, Mark, cardValueText, pathSteps } from '../parts';
import styles from './DebtSection.module.css';

const SHORT_VALUE = 6;

/** "memory 8Gi, maxMemoryPolicy": long values are left to the drawer. */
function debtFields(t: T, debt: HotfixDebt): string {
  return debt.fields
    .map(({ path, value }) => {
      const name = pathSteps(path).at(-1) ?? path;
      const text = cardValueText(t, value);
      return text.length <= SHORT_VALUE ? `${name} ${text}` : name;
    })
    .join(', ');
}

/** How long a debt has been standing: "3 days". */
export function debtAge(t: T, debt: HotfixDebt, now: number): string {
  const hours = Math.max(
    1,
    Math.floor((now - Date.parse(debt.commit.time)) / 3_600_000),
  );
  return hours < 24
    ? t('environments.debt.hours', { count: hours })
    : t('environments.debt.days', { count: Math.floor(hours / 24) });
}

/** "Production ahead for 3 days": begins a sentence, hence the capital. */
export function aheadText(t: T, debt: HotfixDebt, now: number): string {
  const { madeIn } = debt;
  const environment =
    madeIn.charAt(0).toLocaleUpperCase('en') + madeIn.slice(1);
  return t('environments.debt.ahead', {
    environment,
    age: debtAge(t, debt, now),
  });
}

function Ahead(props: { debt: HotfixDebt }) {
  const t = useT();
  const now = useNow();
  const { debt } = props;
  return (
    <div className={styles.ahead} data-tone="warning">
      <div className={styles.line}>
        <Mark name="bolt" tone="warning" />
        <b className={ui.grow}>{aheadText(t, debt, now)}</b>
        {debt.incident && <span>{debt.incident}</span>}
      </div>
      <div>{debtFields(t, debt)}</div>
    </div>
  );
}

function Owes(props: { debt: HotfixDebt; environment: string }) {
  const t = useT();
  const links = useLinks();
  const tabSearch = useTabSearch();
  const { debt, environment } = props;
  const fields = debtFields(t, debt);
  return (
    <section className={styles.owes}>
      <h3>
        {debt.incident
          ? t('environments.debt.owes', { incident: debt.incident })
          : t('environments.debt.owesOther', { environment: debt.madeIn })}
      </h3>
      <div className={styles.line}>
        <Mark name="bolt" tone="warning" />
        <span className={`${ui.cut} ${ui.grow}`} title={fields}>
          {fields}
        </span>
        {debt.paidBy === undefined ? (
          <AppLink
            href={tabSearch({
              promote: { from: debt.madeIn, to: environment },
            })}
          >
            {t('environments.debt.backport')}
          </AppLink>
        ) : (
          <span className={ui.nowrap}>
            {t('environments.debt.in')}{' '}
            <AppLink href={links.request({ id: debt.paidBy })}>
              #{debt.paidBy}
            </AppLink>
          </span>
        )}
      </div>
    </section>
  );
}

/** Hotfixes that this environment has and others owe, and those that it owes. */
export function DebtSection(props: { environment: ServiceEnvironmentRead }) {
  const { aheadBy, owes, name } = props.environment;
  return (
    <div>
      {owes.map(debt => (
        <Owes key={debt.commit.id} debt={debt} environment={name} />
      ))}
      {aheadBy.map(debt => (
        <Ahead key={debt.commit.id} debt={debt} />
      ))}
    </div>
  );
}
