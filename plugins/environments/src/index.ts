/**
 * Environments of a service: cards, comparison, promotion, drift and requests.
 *
 * @packageDocumentation
 */
export { environmentsPlugin as default } from './plugin';
export * from './api';
export { environmentsTranslationRef } from './translation';
