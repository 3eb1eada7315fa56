export { LegacyEnvironmentsPage } from './LegacyEnvironmentsPage';
