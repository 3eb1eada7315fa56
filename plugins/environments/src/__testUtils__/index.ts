export { TAB, renderScreen } from './renderScreen';
