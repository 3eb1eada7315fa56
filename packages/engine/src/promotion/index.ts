export { EditError } from './errors';
export { mergeFile } from './mergeFile';
export { planPromotion } from './plan/planPromotion';
export { isSecretField } from './plan/secrets';
export { requestText } from './plan/requestText';
export type { RequestFacts, RequestText } from './plan/requestText';
export { setFields } from './setFields';
export type { FieldEdit } from './setFields';
export * from './types';
