export { inPromotionOrder } from './environmentNames';
export { layout } from './layout';
export { lostFields } from './lostFields';
export { serviceResources } from './services';
export { createTree } from './tree';
export type { Directory } from './tree/directory';
export * from './types';
