import { Container, Header, Tab, TabList, Tabs } from '@backstage/ui';
import { useT } from '../../hooks';
import { Route, Routes } from '../../routing';
import { DriftPage } from '../DriftPage';
import { RequestsPage } from '../RequestsPage';
import { ServicesPage } from '../ServicesPage';

/** The page of all services with its own tabs; on the new system the framework draws them. */
export function LegacyEnvironmentsPage() {
  const t = useT();
  return (
    <Container>
      <Header title={t('environments.title')} />
      <Tabs>
        <TabList>
          <Tab id="services" href="services">
            {t('global.tabs.services')}
          </Tab>
          <Tab id="drift" href="drift">
            {t('global.tabs.drift')}
          </Tab>
          <Tab id="requests" href="requests">
            {t('global.tabs.requests')}
          </Tab>
        </TabList>
      </Tabs>
      <Routes>
        <Route path="drift" element={<DriftPage />} />
        <Route path="requests/*" element={<RequestsPage />} />
        <Route path="*" element={<ServicesPage />} />
      </Routes>
    </Container>
  );
}
