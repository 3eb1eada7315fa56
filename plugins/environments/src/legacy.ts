/**
 * The same screens for apps on the legacy frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityEnvironmentsContent,
  EntityEnvironmentsOverviewCard,
  EnvironmentsPage,
  environmentsPlugin,
} from './legacyPlugin';
