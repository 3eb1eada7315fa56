import './tones.css';

export { default as ui } from './ui.module.css';
export type { Tone } from './tone';
