export { NOW, ago } from './clock';
export {
  commit,
  counts,
  deployed,
  environment,
  noDrift,
  resource,
  shown,
  value,
} from './build';
export { comparison, quoted } from './comparison';
export { database, driftList } from './drift';
export { plan, planWith } from './plan';
export { ownRequest, readyRequest, request, requests } from './request';
export { serviceList } from './services';
export { createFixtureApi } from './FixtureEnvironmentsApi';
export { scaleService } from './scale';
export {
  arrows,
  invalid,
  notApplied,
  stateServices,
  unreachable,
  variant,
} from './states';
export {
  gates,
  hotfix,
  userService,
  userServiceDev,
  userServiceProduction,
  userServiceStaging,
} from './userService';
