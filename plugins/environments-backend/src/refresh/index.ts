export { Refresher } from './Refresher';
export { scheduleRefresh } from './schedule';
