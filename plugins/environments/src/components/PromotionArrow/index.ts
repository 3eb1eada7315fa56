export { arrowSentence, arrowView } from './arrowView';
export type { ArrowView } from './arrowView';
export { PromotionArrow } from './PromotionArrow';
