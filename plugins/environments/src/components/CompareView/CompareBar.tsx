import { ButtonIcon, ButtonLink, Select } from '@backstage/ui';
import {
  Comparison,
  RepositoryState,
} from '@stagecraft/plugin-environments-common';
import { RiArrowLeftRightLine } from '@remixicon/react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { AppLink, Mark, RevisionLink, Segments } from '../parts';
import styles from './CompareView.module.css';

export type CompareLayout = 'fields' | 'yaml';

function Revision(props: {
  environment: string;
  commit?: string;
  repository?: RepositoryState;
}) {
  const { environment, commit, repository } = props;
  const t = useT();
  return commit ? (
    <span>
      {t('compare.at', { environment })}{' '}
      <RevisionLink
        commit={{ id: commit, shortId: commit.slice(0, 7) }}
        repositoryUrl={repository?.url}
      />
    </span>
  ) : null;
}

/** Which two environments, at which commits, how to look at them, and the next step. */
export function CompareBar(props: {
  environments: string[];
  comparison?: Comparison;
  repository?: RepositoryState;
  from: string;
  to: string;
  layout: CompareLayout;
  backHref: string;
  promoteHref?: string;
  onChoose(from: string, to: string): void;
  onLayout(layout: CompareLayout): void;
}) {
  const { environments, comparison, from, to, layout, repository } = props;
  const t = useT();
  const options = environments.map(name => ({ value: name, label: name }));
  const pending = comparison?.counts.pending ?? 0;
  return (
    <div className={styles.bar}>
      <AppLink look="plain" href={props.backHref} className={styles.back}>
        <Mark name="left" /> {t('compare.back')}
      </AppLink>
      <Select
        size="small"
        aria-label={t('compare.left')}
        options={options}
        value={from}
        onChange={key => props.onChoose(String(key), to)}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label={t('compare.swap')}
        icon={<RiArrowLeftRightLine />}
        onPress={() => props.onChoose(to, from)}
      />
      <Select
        size="small"
        aria-label={t('compare.right')}
        options={options}
        value={to}
        onChange={key => props.onChoose(from, String(key))}
      />
      {comparison && (
        <span className={`${styles.revisions} ${ui.muted}`}>
          <Revision
            environment={from}
            commit={comparison.fromCommit}
            repository={repository}
          />
          <Revision
            environment={to}
            commit={comparison.toCommit}
            repository={repository}
          />
        </span>
      )}
      <span className={ui.grow} />
      <Segments<CompareLayout>
        label={t('compare.view')}
        selected={layout}
        onSelect={props.onLayout}
        choices={[
          { id: 'fields', label: t('compare.fields'), mark: 'rows' },
          { id: 'yaml', label: t('compare.yaml'), mark: 'file' },
        ]}
      />
      {pending > 0 && props.promoteHref && (
        <ButtonLink
          size="small"
          variant="primary"
          iconEnd={<Mark name="arrow" />}
          href={props.promoteHref}
        >
          {t('compare.promote', { count: pending })}
        </ButtonLink>
      )}
    </div>
  );
}
