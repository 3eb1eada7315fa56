import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { ResourceDetail } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { Tone } from '../../styles';
import { ComposedTab } from './ComposedTab';
import { ConditionsTab } from './ConditionsTab';
import { countComposed, deepestFailing } from './composed';
import { FieldsTab } from './FieldsTab';
import { HistoryTab } from './HistoryTab';
import styles from './ResourceDrawer.module.css';

const TABS = ['fields', 'composed', 'conditions', 'history'] as const;

/** The tabs of the drawer; which one is open is part of the address. */
export function DrawerTabs(props: {
  detail: ResourceDetail;
  tab?: string;
  onTab(tab: string): void;
}) {
  const { detail, onTab } = props;
  const t = useT();
  const shown = TABS.filter(tab => tab !== 'composed' || detail.composed);
  const selected = shown.find(tab => tab === props.tab) ?? 'fields';
  const counts: Partial<Record<(typeof TABS)[number], number>> = {
    fields: detail.drift.fields.length,
    composed: detail.composed && countComposed(detail.composed),
  };
  const tones: Partial<Record<(typeof TABS)[number], Tone>> = {
    fields: 'warning',
    composed:
      detail.composed && deepestFailing(detail.composed)
        ? 'negative'
        : undefined,
  };
  return (
    <Tabs
      className={styles.tabs}
      selectedKey={selected}
      onSelectionChange={key => onTab(String(key))}
    >
      <TabList aria-label={t('drawer.tabs.label')}>
        {shown.map(tab => (
          <Tab key={tab} id={tab}>
            {t(`drawer.tabs.${tab}`)}{' '}
            {counts[tab] ? (
              <span className={styles.count} data-tone={tones[tab]}>
                {counts[tab]}
              </span>
            ) : undefined}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="fields">
        <FieldsTab detail={detail} />
      </TabPanel>
      <TabPanel id="composed">
        {detail.composed && (
          <ComposedTab
            root={detail.composed}
            composition={detail.composition}
          />
        )}
      </TabPanel>
      <TabPanel id="conditions">
        <ConditionsTab detail={detail} />
      </TabPanel>
      <TabPanel id="history">
        <HistoryTab entries={detail.history} />
      </TabPanel>
    </Tabs>
  );
}
