export type { Tone } from './tone';
export { ui } from './ui';
