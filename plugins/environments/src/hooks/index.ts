export { useLinks } from './useLinks';
export type { Links } from './useLinks';
export { useLive } from './useLive';
export type { Live } from './useLive';
export { useNotify } from './useNotify';
export {
  useChangeRequest,
  useChangeRequests,
  useComparison,
  useDrift,
  useResource,
  useServiceEnvironments,
  useServices,
} from './useReadings';
export { serviceOf, useService } from './useService';
export { useT } from './useT';
export type { T } from './useT';
export { tabSearch, useTabParams, useTabSearch } from './useTabParams';
export type { TabParams } from './useTabParams';
