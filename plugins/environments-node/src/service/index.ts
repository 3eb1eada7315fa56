export type {
  EnvironmentsService,
  EnvironmentsServiceOptions,
} from './EnvironmentsService';
export { environmentsServiceRef } from './environmentsServiceRef';
