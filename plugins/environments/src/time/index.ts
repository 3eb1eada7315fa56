export { ClockProvider, useNow } from './ClockProvider';
export { clockTime, fullTime, shortenTime } from './formatTime';
